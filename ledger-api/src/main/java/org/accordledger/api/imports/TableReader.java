package org.accordledger.api.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.api.imports.ExpressionReader.ColumnUse;
import org.accordledger.api.imports.TablePlan.Link;
import org.accordledger.api.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of a mapping. They are declared before anything else is read, for what is read
 * names their columns, and are complete only after everything is.
 */
final class TableReader {
  static final String[] TABLE_KEYS = {"file", "on"};
  static final String[] LINK_KEYS = {"theirs", "ours"};

  private final ExpressionReader expressions;
  private final Map<String, Declared> declared = new LinkedHashMap<>();

  private record Declared(String file, List<Link> on, List<ColumnUse> keys) {}

  TableReader(ExpressionReader expressions, @Nullable YamlNode tables) {
    this.expressions = expressions;
    if (tables != null) {
      tables.members().forEach(this::declare);
    }
  }

  private void declare(String name, YamlNode table) {
    table.only(TABLE_KEYS);
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw table.problem(
          "expected lower-case letters, digits and underscores before the colon, found '"
              + name
              + "'");
    }
    YamlNode file = table.require("file");
    if (!file.text().matches("[^/\\\\]+")) {
      throw file.problem(
          "expected the name of a file beside the imported one, found '" + file.text() + "'");
    }
    ExpressionReader keys = new ExpressionReader();
    List<Link> on = new ArrayList<>();
    for (YamlNode link : table.require("on").items()) {
      link.only(LINK_KEYS);
      on.add(
          new Link(
              keys.expression(link.require("theirs"), FieldType.TEXT),
              expressions.expression(link.require("ours"), FieldType.TEXT)));
    }
    if (on.isEmpty()) {
      throw table.require("on").problem("expected at least one link");
    }
    declared.put(name, new Declared(file.text(), on, keys.columns()));
    expressions.table(name);
  }

  /** The tables with every column that was named by now. */
  List<TablePlan> plans() {
    return declared.entrySet().stream()
        .map(
            entry -> {
              Declared table = entry.getValue();
              List<ColumnUse> columns = new ArrayList<>(table.keys());
              columns.addAll(expressions.columnsOf(entry.getKey()));
              return new TablePlan(entry.getKey(), table.file(), table.on(), List.copyOf(columns));
            })
        .toList();
  }
}
