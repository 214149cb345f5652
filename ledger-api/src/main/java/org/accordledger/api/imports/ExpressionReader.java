package org.accordledger.api.imports;

import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.accordledger.api.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the expressions and conditions of one mapping, checks every constant against its field, and
 * remembers which columns are named where.
 */
final class ExpressionReader {
  static final String[] COLUMN_KEYS = {
    "column", "split", "pattern", "values", "unmapped", "date", "as", "otherwise"
  };
  static final String[] CONDITION_KEYS = {
    "column", "equals", "one_of", "contains", "matches", "blank", "all", "any", "not"
  };
  static final String[] RULE_KEYS = {"rule", "when", "use"};
  private static final List<String> VARIABLES =
      List.of("$group", "$rows", "$respondent", "$clause", "$line");

  private final List<ColumnUse> columns = new ArrayList<>();
  private final Map<String, List<ColumnUse>> tables = new LinkedHashMap<>();

  /** A column and where the mapping names it. */
  record ColumnUse(String column, YamlNode where) {}

  /** Every column of the imported files named so far. */
  List<ColumnUse> columns() {
    return columns;
  }

  /** From here on {@code name.column} is a column of this table. */
  void table(String name) {
    tables.put(name, new ArrayList<>());
  }

  /** Every column of a table named so far. */
  List<ColumnUse> columnsOf(String table) {
    return tables.getOrDefault(table, List.of());
  }

  /** The name of a table of this mapping. */
  String tableName(YamlNode node) {
    if (!tables.containsKey(node.text())) {
      throw node.problem(
          "expected one of the mapping's tables ("
              + String.join(", ", tables.keySet())
              + "), found '"
              + node.text()
              + "'");
    }
    return node.text();
  }

  private void use(String column, YamlNode where) {
    int dot = column.indexOf('.');
    List<ColumnUse> ofTable = dot < 0 ? null : tables.get(column.substring(0, dot));
    if (ofTable == null) {
      columns.add(new ColumnUse(column, where));
    } else {
      ofTable.add(new ColumnUse(column.substring(dot + 1), where));
    }
  }

  Expression expression(YamlNode node, FieldType type) {
    if (node.isText()) {
      return new Expression.Constant(constant(node, type));
    }
    if (node.isList()) {
      return new Expression.Several(
          node.items().stream().map(item -> expression(item, type)).toList());
    }
    Map<String, YamlNode> members = node.members();
    if (members.containsKey("column")) {
      return columnRule(node.only(COLUMN_KEYS), type);
    }
    if (members.containsKey("text")) {
      return template(node.only("text").require("text"));
    }
    if (members.containsKey("first")) {
      return choice(node.only("first", "otherwise"), type);
    }
    throw node.problem("expected a constant, or a map with one of column, text, first");
  }

  /** A constant that fits its field. */
  String constant(YamlNode node, FieldType type) {
    String value = node.text().strip();
    if (!value.isEmpty() && !type.accepts(value)) {
      throw node.problem("expected " + type.expectation() + ", found '" + value + "'");
    }
    return value;
  }

  String column(YamlNode node) {
    String column = node.text();
    use(column, node);
    return column;
  }

  private ColumnRule columnRule(YamlNode node, FieldType type) {
    List<ColumnRule.DateFormat> dates =
        node.find("date").map(ExpressionReader::dateFormats).orElse(List.of());
    Map<String, String> words = node.find("values").map(values -> words(values, type)).orElse(null);
    if (words == null && node.find("unmapped").isPresent()) {
      throw node.require("unmapped").problem("'unmapped' needs 'values' beside it");
    }
    if ((type == FieldType.DATE || type == FieldType.MONTH) && dates.isEmpty()) {
      throw node.problem("expected 'date:' with the format of the column, for example M/d/yyyy");
    }
    return new ColumnRule(
        column(node.require("column")),
        node.find("split").map(YamlNode::text).orElse(null),
        node.find("pattern").map(ExpressionReader::pattern).orElse(null),
        words,
        node.find("unmapped").map(ExpressionReader::unmapped).orElse(ColumnRule.Unmapped.REJECT),
        dates,
        node.find("as").map(ExpressionReader::isMonth).orElse(type == FieldType.MONTH),
        node.find("otherwise").map(constant -> constant(constant, type)).orElse(null));
  }

  private Map<String, String> words(YamlNode node, FieldType type) {
    Map<String, String> words = new LinkedHashMap<>();
    node.members().forEach((word, meaning) -> words.put(word.strip(), constant(meaning, type)));
    return words;
  }

  private static ColumnRule.Unmapped unmapped(YamlNode node) {
    return switch (node.text()) {
      case "reject" -> ColumnRule.Unmapped.REJECT;
      case "keep" -> ColumnRule.Unmapped.KEEP;
      case "leave_out" -> ColumnRule.Unmapped.LEAVE_OUT;
      default ->
          throw node.problem(
              "expected one of reject, keep, leave_out, found '" + node.text() + "'");
    };
  }

  private static boolean isMonth(YamlNode node) {
    return switch (node.text()) {
      case "month" -> true;
      case "day" -> false;
      default -> throw node.problem("expected day or month, found '" + node.text() + "'");
    };
  }

  private static List<ColumnRule.DateFormat> dateFormats(YamlNode node) {
    List<ColumnRule.DateFormat> formats = new ArrayList<>();
    for (YamlNode item : node.items()) {
      String written = item.text();
      try {
        // strict resolving wants the proleptic year; "y" alone would ask for an era
        formats.add(
            new ColumnRule.DateFormat(
                written,
                DateTimeFormatter.ofPattern(written.replace('y', 'u'), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT)));
      } catch (IllegalArgumentException e) {
        throw item.problem(
            "'" + written + "' is no date format; expected letters as in M/d/yyyy or yyyy-MM-dd");
      }
    }
    return formats;
  }

  private static Pattern pattern(YamlNode node) {
    try {
      return Pattern.compile(node.text());
    } catch (PatternSyntaxException e) {
      throw node.problem("'" + node.text() + "' is no regular expression: " + e.getDescription());
    }
  }

  private Expression template(YamlNode node) {
    Matcher names = Expression.Template.NAME.matcher(node.text());
    while (names.find()) {
      String name = names.group(1);
      if (!name.startsWith("$")) {
        use(name, node);
      } else if (!VARIABLES.contains(name)) {
        throw node.problem(
            "'" + name + "' is not known; expected one of " + String.join(", ", VARIABLES));
      }
    }
    return new Expression.Template(node.text());
  }

  private Choice choice(YamlNode node, FieldType type) {
    List<Choice.Rule> rules = new ArrayList<>();
    for (YamlNode rule : node.require("first").items()) {
      rule.only(RULE_KEYS);
      rules.add(
          new Choice.Rule(
              rule.find("rule").map(YamlNode::text).orElse(null),
              condition(rule.require("when")),
              expression(rule.require("use"), type)));
    }
    return new Choice(rules, node.find("otherwise").map(e -> expression(e, type)).orElse(null));
  }

  Condition condition(YamlNode node) {
    node.only(CONDITION_KEYS);
    @Nullable Condition test =
        node.find("column").map(column -> columnTest(node, column(column))).orElse(null);
    if (test != null) {
      return test;
    }
    if (node.find("all").isPresent()) {
      return new Condition.All(node.require("all").items().stream().map(this::condition).toList());
    }
    if (node.find("any").isPresent()) {
      return new Condition.Any(node.require("any").items().stream().map(this::condition).toList());
    }
    return new Condition.Not(
        condition(
            node.find("not")
                .orElseThrow(
                    () ->
                        node.problem("expected a condition: column with a test, all, any, not"))));
  }

  private static Condition columnTest(YamlNode node, String column) {
    if (node.find("equals").isPresent()) {
      return new Condition.OneOf(column, List.of(node.require("equals").text()));
    }
    if (node.find("one_of").isPresent()) {
      return new Condition.OneOf(
          column, node.require("one_of").items().stream().map(YamlNode::text).toList());
    }
    if (node.find("contains").isPresent()) {
      return new Condition.Contains(column, node.require("contains").text());
    }
    if (node.find("matches").isPresent()) {
      return new Condition.Matches(column, pattern(node.require("matches")));
    }
    boolean blank =
        node.find("blank")
            .orElseThrow(
                () ->
                    node.problem(
                        "expected a test beside 'column': equals, one_of, contains, matches,"
                            + " blank"))
            .flag();
    return blank ? new Condition.Blank(column) : new Condition.Not(new Condition.Blank(column));
  }
}
