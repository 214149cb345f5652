package org.accordledger.api.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.api.imports.AllegationPlan.ActorPlan;
import org.accordledger.api.imports.AllegationPlan.AssessmentPlan;
import org.accordledger.api.imports.AllegationPlan.ClaimPlan;
import org.accordledger.api.imports.AllegationPlan.ExhibitPlan;
import org.accordledger.api.yaml.YamlFile;
import org.accordledger.api.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads a mapping file; a wrong one is refused with file, line and what was expected. */
final class MappingReader {
  static final String[] MAPPING_KEYS = {
    "about", "format", "delimiter", "prepare", "accord", "tables", "group", "allegation"
  };
  static final String[] ALLEGATION_KEYS = {
    "source_id",
    "respondent",
    "clause",
    "complainant",
    "acts",
    "occurred",
    "disclosed",
    "victims",
    "title",
    "narrative",
    "actor_chain",
    "attribution_confidence",
    "attribution_value",
    "hypotheses",
    "exhibits",
    "marking",
    "illustrative"
  };
  static final String[] EXHIBIT_KEYS = {
    "id",
    "each",
    "when",
    "kind",
    "title",
    "origin_url",
    "archive_url",
    "reliability",
    "credibility",
    "marking",
    "content",
    "totals",
    "assessments",
    "claim"
  };
  static final String[] ACTOR_KEYS = {"each", "when", "level", "name", "state", "control"};
  static final String[] TOTAL_KEYS = {"sum", "count", "by", "when"};

  private final ExpressionReader expressions = new ExpressionReader();

  private MappingReader() {}

  /**
   * Reads a file.
   *
   * @throws org.accordledger.api.yaml.YamlProblem if it is wrong
   */
  static Mapping read(Path file) {
    return read(YamlFile.read(file), file.toAbsolutePath().getParent());
  }

  /**
   * Reads a document.
   *
   * @param directory what the relative path of {@code prepare} starts from
   */
  static Mapping read(YamlNode document, @Nullable Path directory) {
    return new MappingReader().mapping(document, directory);
  }

  private Mapping mapping(YamlNode node, @Nullable Path directory) {
    node.only(MAPPING_KEYS);
    TableReader tables = new TableReader(expressions, node.find("tables").orElse(null));
    Expression groupBy =
        node.find("group")
            .map(g -> expressions.expression(g.only("by").require("by"), FieldType.TEXT))
            .orElse(null);
    AllegationPlan plan = plan(node.require("allegation").only(ALLEGATION_KEYS));
    return new Mapping(
        node.require("about").text(),
        node.find("format").map(MappingReader::format).orElse(null),
        node.find("delimiter").map(MappingReader::delimiter).orElse(','),
        node.find("prepare").map(prepare -> scenario(prepare, directory)).orElse(null),
        expressions.constant(node.require("accord"), FieldType.ACCORD),
        groupBy,
        tables.plans(),
        plan,
        List.copyOf(expressions.columns()));
  }

  static Mapping.SourceFormat format(YamlNode node) {
    return switch (node.text()) {
      case "csv" -> Mapping.SourceFormat.CSV;
      case "ndjson" -> Mapping.SourceFormat.NDJSON;
      default -> throw node.problem("expected csv or ndjson, found '" + node.text() + "'");
    };
  }

  static char delimiter(YamlNode node) {
    String text = node.text();
    if (text.length() != 1 || text.equals("\"") || text.equals("\n")) {
      throw node.problem("expected one character, for example ',' or ';', found '" + text + "'");
    }
    return text.charAt(0);
  }

  private static Path scenario(YamlNode node, @Nullable Path directory) {
    Path path = Path.of(node.text());
    Path scenario = directory == null ? path : directory.resolve(path).normalize();
    if (!Files.isDirectory(scenario)) {
      throw node.problem("expected the directory of a scenario, and there is no " + scenario);
    }
    return scenario;
  }

  private AllegationPlan plan(YamlNode node) {
    @Nullable YamlNode occurred = node.find("occurred").orElse(null);
    if (occurred != null) {
      occurred.only("from", "to", "precision", "ongoing", "month");
      if (occurred.find("month").isPresent() && occurred.members().size() > 1) {
        throw occurred.problem("expected either 'month' alone, or from, to, precision and ongoing");
      }
    }
    return new AllegationPlan(
        expression(node, "source_id", FieldType.TEXT),
        expression(node, "respondent", FieldType.BODY),
        expression(node, "clause", FieldType.CLAUSE),
        expressions.constant(node.require("complainant"), FieldType.BODY),
        optional(node, "acts", FieldType.TEXT),
        optional(occurred, "from", FieldType.DATE),
        optional(occurred, "to", FieldType.DATE),
        withDefault(occurred, "precision", FieldType.PRECISION, "day"),
        occurred == null ? null : occurred.find("ongoing").map(expressions::condition).orElse(null),
        optional(occurred, "month", FieldType.MONTH),
        optional(node, "disclosed", FieldType.DATE),
        optional(node, "victims", FieldType.BODY),
        expression(node, "title", FieldType.TEXT),
        narrative(node),
        list(node, "actor_chain").stream().map(this::actor).toList(),
        optional(node, "attribution_confidence", FieldType.CONFIDENCE),
        optional(node, "attribution_value", FieldType.PERCENT),
        optional(node, "hypotheses", FieldType.TEXT),
        list(node, "exhibits").stream().map(this::exhibit).toList(),
        withDefault(node, "marking", FieldType.MARKING, "clear"),
        node.find("illustrative").map(YamlNode::flag).orElse(false));
  }

  private Map<String, Expression> narrative(YamlNode node) {
    Map<String, Expression> narrative = new LinkedHashMap<>();
    node.find("narrative")
        .ifPresent(
            texts ->
                texts
                    .members()
                    .forEach(
                        (language, text) -> {
                          if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                            throw text.problem(
                                "expected a language such as en before the colon, found '"
                                    + language
                                    + "'");
                          }
                          narrative.put(language, expressions.expression(text, FieldType.TEXT));
                        }));
    return narrative;
  }

  private ActorPlan actor(YamlNode node) {
    node.only(ACTOR_KEYS);
    return new ActorPlan(
        node.find("each").map(expressions::tableName).orElse(null),
        node.find("when").map(expressions::condition).orElse(null),
        expression(node, "level", FieldType.ACTOR_LEVEL),
        optional(node, "name", FieldType.TEXT),
        optional(node, "state", FieldType.BODY),
        withDefault(node, "control", FieldType.ACTOR_CONTROL, "unknown"));
  }

  private ExhibitPlan exhibit(YamlNode node) {
    node.only(EXHIBIT_KEYS);
    YamlNode id = node.require("id");
    if (!id.text().matches("[a-z0-9][a-z0-9.-]{0,63}")) {
      throw id.problem("expected lower-case letters, digits, dots and dashes");
    }
    return new ExhibitPlan(
        id.text(),
        node.find("each").map(expressions::tableName).orElse(null),
        node.find("when").map(expressions::condition).orElse(null),
        expression(node, "kind", FieldType.EXHIBIT_KIND),
        expression(node, "title", FieldType.TEXT),
        optional(node, "origin_url", FieldType.LINK),
        optional(node, "archive_url", FieldType.LINK),
        optional(node, "reliability", FieldType.RELIABILITY),
        optional(node, "credibility", FieldType.CREDIBILITY),
        withDefault(node, "marking", FieldType.MARKING, "clear"),
        node.find("content").map(MappingReader::isRows).orElse(false),
        node.find("totals").map(this::totals).orElse(List.of()),
        node.find("assessments").map(this::assessments).orElse(List.of()),
        node.find("claim").map(this::claim).orElse(null));
  }

  private ClaimPlan claim(YamlNode node) {
    node.only("number", "unit", "statement");
    return new ClaimPlan(
        expression(node, "number", FieldType.NUMBER),
        expression(node, "unit", FieldType.TEXT),
        optional(node, "statement", FieldType.TEXT));
  }

  private static boolean isRows(YamlNode node) {
    if (!node.text().equals("rows")) {
      throw node.problem("expected 'rows', found '" + node.text() + "'");
    }
    return true;
  }

  private List<Total> totals(YamlNode node) {
    return node.members().entrySet().stream()
        .map(entry -> total(entry.getKey(), entry.getValue().only(TOTAL_KEYS)))
        .toList();
  }

  private Total total(String name, YamlNode node) {
    if (node.find("sum").isPresent() == node.find("count").isPresent()) {
      throw node.problem("expected either 'sum' with a column or 'count: rows'");
    }
    node.find("count")
        .filter(count -> !count.text().equals("rows"))
        .ifPresent(
            count -> {
              throw count.problem("expected 'rows', found '" + count.text() + "'");
            });
    return new Total(
        name,
        node.find("sum").map(expressions::column).orElse(null),
        node.find("by").map(expressions::column).orElse(null),
        node.find("when").map(expressions::condition).orElse(null));
  }

  private List<AssessmentPlan> assessments(YamlNode node) {
    node.only("yes", "no", "tests");
    List<String> yes = words(node.require("yes"));
    List<String> no = words(node.require("no"));
    return node.require("tests").members().entrySet().stream()
        .map(
            test -> new AssessmentPlan(test.getKey(), expressions.column(test.getValue()), yes, no))
        .toList();
  }

  private static List<String> words(YamlNode node) {
    return node.items().stream().map(YamlNode::text).toList();
  }

  private static List<YamlNode> list(YamlNode node, String name) {
    return node.find(name).map(YamlNode::items).orElse(List.of());
  }

  private Expression expression(YamlNode node, String name, FieldType type) {
    return expressions.expression(node.require(name), type);
  }

  private Expression withDefault(
      @Nullable YamlNode node, String name, FieldType type, String fallback) {
    Expression stated = optional(node, name, type);
    return stated == null ? new Expression.Constant(fallback) : stated;
  }

  private @Nullable Expression optional(@Nullable YamlNode node, String name, FieldType type) {
    return node == null
        ? null
        : node.find(name).map(found -> expressions.expression(found, type)).orElse(null);
  }
}
