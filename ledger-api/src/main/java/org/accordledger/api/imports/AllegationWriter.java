package org.accordledger.api.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.accordledger.api.imports.AllegationPlan.ActorPlan;
import org.accordledger.api.imports.AllegationPlan.AssessmentPlan;
import org.accordledger.api.imports.AllegationPlan.ClaimPlan;
import org.accordledger.api.imports.AllegationPlan.ExhibitPlan;
import org.accordledger.core.Marking;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills the body of a submission, field by field, from the rows of one allegation. */
final class AllegationWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final AllegationPlan plan;
  private final String accord;

  AllegationWriter(AllegationPlan plan, String accord) {
    this.plan = plan;
    this.accord = accord;
  }

  /**
   * The body of {@code POST /cases}.
   *
   * @param scope knows respondent and clause
   * @param rows every row of the allegation
   * @throws RowProblem if a field cannot be filled
   */
  ObjectNode body(Scope scope, List<ReadRow.Cells> rows, String sourceId) {
    ObjectNode allegation = JSON.objectNode();
    allegation.put("accord", accord);
    allegation.put("clause", scope.clause());
    allegation.put("respondent", scope.respondent());
    allegation.put("complainant", plan.complainant());
    allegation.set("acts", texts(plan.acts(), FieldType.TEXT, scope));
    allegation.set("occurred", occurred(scope));
    put(allegation, "disclosed", plan.disclosed(), FieldType.DATE, scope);
    tellIfDisclosedFirst(allegation, scope);
    allegation.set("victims", texts(plan.victims(), FieldType.BODY, scope));
    allegation.put("title", required("title", plan.title(), FieldType.TEXT, scope));
    ObjectNode narrative = allegation.putObject("narrative");
    plan.narrative()
        .forEach((language, text) -> put(narrative, language, text, FieldType.TEXT, scope));
    allegation.putArray("actor_chain").addAll(chain(scope));
    put(
        allegation,
        "attribution_confidence",
        plan.attributionConfidence(),
        FieldType.CONFIDENCE,
        scope);
    putNumber(allegation, "attribution_value", plan.attributionValue(), FieldType.PERCENT, scope);
    allegation.set("hypotheses", texts(plan.hypotheses(), FieldType.TEXT, scope));
    ArrayNode exhibits = allegation.putArray("exhibits");
    plan.exhibits().forEach(exhibit -> exhibits.addAll(exhibits(exhibit, scope, rows)));
    allegation.put("source_id", sourceId);
    allegation.put("marking", required("marking", plan.marking(), FieldType.MARKING, scope));
    allegation.put("illustrative", plan.illustrative());
    ObjectNode body = JSON.objectNode();
    body.set("allegation", allegation);
    return body;
  }

  private ObjectNode occurred(Scope scope) {
    String month = single("occurred.month", plan.occurredMonth(), FieldType.MONTH, scope);
    if (month != null) {
      return span(month + "-01", null, "month");
    }
    String from = single("occurred.from", plan.occurredFrom(), FieldType.DATE, scope);
    String to = single("occurred.to", plan.occurredTo(), FieldType.DATE, scope);
    if (from == null) {
      if (to == null) {
        tellIfUndated(scope);
      } else {
        leaveOut(
            scope,
            "no_first_day",
            "only the last day is known ("
                + to
                + "), so the time of the conduct is entered as unknown");
      }
      return span(null, null, "unknown");
    }
    if (to != null && LocalDate.parse(to).isBefore(LocalDate.parse(from))) {
      leaveOut(
          scope,
          "days_contradict",
          "the last day "
              + to
              + " is before the first day "
              + from
              + ", so the time of the conduct is entered as unknown");
      return span(null, null, "unknown");
    }
    ObjectNode span =
        span(from, to, required("precision", plan.precision(), FieldType.PRECISION, scope));
    return to == null && plan.ongoing() != null && plan.ongoing().holds(scope)
        ? span.put("ongoing", true)
        : span;
  }

  /** Where the mapping looks for days and the row has none; nothing is guessed from elsewhere. */
  private void tellIfUndated(Scope scope) {
    if (plan.occurredFrom() != null || plan.occurredMonth() != null) {
      scope
          .notes()
          .accept(
              Scope.Note.kept(
                  "undated",
                  "the row has no day of the conduct, so its time is entered as unknown"));
    }
  }

  /** A source may say so, and it is kept as it says; whoever reads the rejects can look at it. */
  private static void tellIfDisclosedFirst(ObjectNode allegation, Scope scope) {
    String disclosed = allegation.path("disclosed").asString("");
    String from = allegation.path("occurred").path("from").asString("");
    if (!disclosed.isEmpty() && !from.isEmpty() && disclosed.compareTo(from) < 0) {
      scope
          .notes()
          .accept(
              Scope.Note.kept(
                  "disclosed_before_conduct",
                  "disclosed on %s, before the first day of the conduct, %s: both are kept"
                      .formatted(disclosed, from)));
    }
  }

  private static ObjectNode span(@Nullable String from, @Nullable String to, String precision) {
    ObjectNode span = JSON.objectNode();
    if (from != null) {
      span.put("from", from);
    }
    if (to != null) {
      span.put("to", to);
    }
    return span.put("precision", precision);
  }

  /** Links that say the same are one. */
  private List<ObjectNode> chain(Scope scope) {
    Set<ObjectNode> chain = new LinkedHashSet<>();
    for (ActorPlan link : plan.actorChain()) {
      String table = link.each();
      List<Scope> scopes =
          table == null
              ? List.of(scope)
              : scope.tables().rows(table, scope).stream()
                  .map(row -> scope.with(table, row))
                  .toList();
      scopes.stream()
          .filter(one -> link.when() == null || link.when().holds(one))
          .forEach(one -> chain.addAll(actors(link, one)));
    }
    return List.copyOf(chain);
  }

  /** One link for each name. */
  private List<ObjectNode> actors(ActorPlan link, Scope scope) {
    List<String> names = Values.of(link.name(), FieldType.TEXT, scope);
    return names.isEmpty()
        ? List.of(actor(link, null, scope))
        : names.stream().map(name -> actor(link, name, scope)).toList();
  }

  private static ObjectNode actor(ActorPlan link, @Nullable String name, Scope scope) {
    ObjectNode actor = JSON.objectNode();
    String level = required("level", link.level(), FieldType.ACTOR_LEVEL, scope);
    actor.put("level", level);
    if (name != null) {
      actor.put(level.equals("person") ? "person" : "name", name);
    }
    put(actor, "state", link.state(), FieldType.BODY, scope);
    actor.put("control", required("control", link.control(), FieldType.ACTOR_CONTROL, scope));
    return actor;
  }

  private List<ObjectNode> exhibits(ExhibitPlan exhibit, Scope scope, List<ReadRow.Cells> rows) {
    List<ObjectNode> nodes = new ArrayList<>();
    String table = exhibit.each();
    if (table == null) {
      if (exhibit.when() == null || exhibit.when().holds(scope)) {
        nodes.add(exhibit(exhibit, exhibit.id(), scope, rows, rows));
      }
      return nodes;
    }
    for (ReadRow.Cells row : scope.tables().rows(table, scope)) {
      Scope one = scope.with(table, row);
      if (exhibit.when() == null || exhibit.when().holds(one)) {
        String id = exhibit.id() + "-" + (nodes.size() + 1);
        nodes.add(exhibit(exhibit, id, one, List.of(one.row()), List.of(row)));
      }
    }
    return nodes;
  }

  /**
   * One exhibit.
   *
   * @param rows what totals are over
   * @param content what stands in the exhibit, if it holds rows
   */
  private ObjectNode exhibit(
      ExhibitPlan exhibit,
      String id,
      Scope scope,
      List<ReadRow.Cells> rows,
      List<ReadRow.Cells> content) {
    ObjectNode node = JSON.objectNode();
    node.put("kind", required("kind", exhibit.kind(), FieldType.EXHIBIT_KIND, scope));
    node.put("title", required("title", exhibit.title(), FieldType.TEXT, scope));
    if (exhibit.rows()) {
      node.put("text", csv(content));
      node.put("media_type", "text/csv");
    }
    put(node, "origin_url", exhibit.originUrl(), FieldType.LINK, scope);
    put(node, "archive_url", exhibit.archiveUrl(), FieldType.LINK, scope);
    put(node, "reliability", exhibit.reliability(), FieldType.RELIABILITY, scope);
    putNumber(node, "credibility", exhibit.credibility(), FieldType.CREDIBILITY, scope);
    String marking = required("marking", exhibit.marking(), FieldType.MARKING, scope);
    node.put("marking", marking);
    // the id of a closer one could tell what it is: the ledger gives it one that tells nothing
    String ofCase = required("marking", plan.marking(), FieldType.MARKING, scope);
    if (marking(marking).compareTo(marking(ofCase)) <= 0) {
      node.put("id", id);
    }
    ObjectNode totals = node.putObject("totals");
    exhibit.totals().forEach(total -> total.over(rows).forEach(totals::put));
    ArrayNode assessments = node.putArray("assessments");
    exhibit.assessments().forEach(test -> assessments.add(assessment(test, scope)));
    if (exhibit.claim() != null) {
      claim(node, exhibit.claim(), scope);
    }
    return node;
  }

  private static void claim(ObjectNode exhibit, ClaimPlan claim, Scope scope) {
    String number = single("claim.number", claim.number(), FieldType.NUMBER, scope);
    if (number != null) {
      ObjectNode node = exhibit.putObject("claim").put("number", number);
      node.put("unit", required("claim.unit", claim.unit(), FieldType.TEXT, scope));
      put(node, "statement", claim.statement(), FieldType.TEXT, scope);
    }
  }

  private static Marking marking(String word) {
    return Marking.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static ObjectNode assessment(AssessmentPlan test, Scope scope) {
    String word = scope.variable(test.column());
    ObjectNode node = JSON.objectNode().put("test", test.test());
    if (test.yes().contains(word)) {
      node.put("passed", true);
    } else if (test.no().contains(word)) {
      node.put("passed", false);
    } else if (!word.isEmpty()) {
      leaveOut(
          scope,
          "not_assessed",
          test.column()
              + " says '"
              + word
              + "', which is neither yes nor no: entered as not assessed");
    }
    return node;
  }

  private static String csv(List<ReadRow.Cells> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      Header header = rows.getFirst().header();
      csv.writeRecord(header.names());
      for (ReadRow.Cells row : rows) {
        csv.writeRecord(header.names().stream().map(row::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void leaveOut(Scope scope, String code, String detail) {
    scope.notes().accept(Scope.Note.leftOut(code, detail));
  }

  private static void put(
      ObjectNode node, String name, @Nullable Expression expression, FieldType type, Scope scope) {
    String value = single(name, expression, type, scope);
    if (value != null) {
      node.put(name, value);
    }
  }

  private static void putNumber(
      ObjectNode node, String name, @Nullable Expression expression, FieldType type, Scope scope) {
    String value = single(name, expression, type, scope);
    if (value != null) {
      node.put(name, Integer.parseInt(value));
    }
  }

  private static ArrayNode texts(@Nullable Expression expression, FieldType type, Scope scope) {
    ArrayNode array = JSON.arrayNode();
    Values.of(expression, type, scope).forEach(array::add);
    return array;
  }

  private static String required(String field, Expression expression, FieldType type, Scope scope) {
    List<String> values = Values.of(expression, type, scope);
    if (values.isEmpty()) {
      throw new RowProblem("missing_value", "the row has nothing for " + field);
    }
    if (values.size() > 1) {
      throw new RowProblem("several_values", several(field, values) + ", and one is needed");
    }
    return values.getFirst();
  }

  /** Nobody can tell which of several is meant, so that none of them is entered. */
  private static @Nullable String single(
      String field, @Nullable Expression expression, FieldType type, Scope scope) {
    List<String> values = Values.of(expression, type, scope);
    if (values.size() > 1) {
      leaveOut(
          scope, "several_values", several(field, values) + ": none is preferred, none is entered");
      return null;
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  private static String several(String field, List<String> values) {
    return "the row has several values for " + field + " (" + String.join(", ", values) + ")";
  }
}
