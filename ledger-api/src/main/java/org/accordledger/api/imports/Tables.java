package org.accordledger.api.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.accordledger.api.imports.TablePlan.Link;

/** The tables of a mapping, held in memory, each with an index over its first link. */
final class Tables {
  static final Tables NONE = new Tables(Map.of());

  private final Map<String, Table> tables;

  private Tables(Map<String, Table> tables) {
    this.tables = tables;
  }

  private record Table(TablePlan plan, Map<String, List<ReadRow.Cells>> index) {}

  /** Where the tables of an import are looked for. */
  static List<Path> files(List<TablePlan> plans, Path imported) {
    return plans.stream().map(plan -> imported.resolveSibling(plan.file())).toList();
  }

  /**
   * Reads them. A table is not an import: a row that cannot be read stops it, because nobody could
   * tell which rows of the file say less for want of it.
   *
   * @param imported the file that they stand beside
   * @throws ImportProblem if one is missing or has a row that cannot be read
   * @throws org.accordledger.api.yaml.YamlProblem if one lacks a column
   */
  static Tables read(List<TablePlan> plans, Path imported) {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (TablePlan plan : plans) {
      Path file = imported.resolveSibling(plan.file());
      try (RowSource rows =
          ImportRun.rows(
              file,
              new BufferedInputStream(Files.newInputStream(file)),
              null,
              ',',
              plan.columns())) {
        tables.put(plan.name(), new Table(plan, index(plan, rows)));
      } catch (IOException e) {
        throw ImportRun.unreadable(file, e);
      }
    }
    return new Tables(tables);
  }

  private static Map<String, List<ReadRow.Cells>> index(TablePlan plan, RowSource rows)
      throws IOException {
    Map<String, List<ReadRow.Cells>> index = new HashMap<>();
    for (ReadRow row = rows.next(); row != null; row = rows.next()) {
      switch (row) {
        case ReadRow.Cells cells ->
            words(plan.on().getFirst().theirs(), Scope.of(cells, _ -> {}))
                .forEach(word -> index.computeIfAbsent(word, _ -> new ArrayList<>()).add(cells));
        case ReadRow.Unreadable unreadable ->
            throw new ImportProblem(
                "%s, line %d, cannot be read: %s; mend it, for the table '%s' is needed whole"
                    .formatted(
                        unreadable.file(), unreadable.line(), unreadable.reason(), plan.name()));
      }
    }
    return index;
  }

  /** Whether a column's name begins with the name of a table. */
  boolean has(String column) {
    return tables.containsKey(prefix(column));
  }

  /** The cells of a column of a table, one for each of its rows that belong to the scope's row. */
  List<String> cells(String column, Scope scope) {
    String table = prefix(column);
    String name = column.substring(table.length() + 1);
    return rows(table, scope).stream().map(row -> row.cell(name).strip()).toList();
  }

  /** The rows of a table that belong to the scope's row, in the order of the table. */
  List<ReadRow.Cells> rows(String name, Scope scope) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table " + name);
    }
    List<Link> links = table.plan().on();
    Set<ReadRow.Cells> rows = new LinkedHashSet<>();
    for (String word : words(links.getFirst().ours(), scope)) {
      rows.addAll(table.index().getOrDefault(word, List.of()));
    }
    return rows.stream()
        .filter(row -> links.stream().skip(1).allMatch(link -> agree(link, row, scope)))
        .sorted((one, other) -> Long.compare(one.line(), other.line()))
        .toList();
  }

  private static boolean agree(Link link, ReadRow.Cells row, Scope scope) {
    Collection<String> ours = words(link.ours(), scope);
    return words(link.theirs(), Scope.of(row, _ -> {})).stream().anyMatch(ours::contains);
  }

  private static Set<String> words(Expression expression, Scope scope) {
    return expression.values(scope).stream()
        .filter(word -> !word.isBlank())
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String prefix(String column) {
    int dot = column.indexOf('.');
    return dot < 0 ? "" : column.substring(0, dot);
  }
}
