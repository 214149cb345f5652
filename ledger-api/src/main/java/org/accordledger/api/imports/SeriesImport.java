package org.accordledger.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.accordledger.api.imports.ImportTally.CaseOutcome;
import org.accordledger.api.imports.ObservationMapping.SeriesPlan;
import org.accordledger.api.imports.ObservationSender.Written;
import org.accordledger.api.imports.Submission.RowName;
import org.accordledger.core.series.PeriodLength;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts rows into series, period by period, and records what the ledger does not have. Counts are
 * true over all rows alone, so nothing is written before all are read.
 */
final class SeriesImport {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int AT_A_TIME = 5_000;

  private final SeriesPlan plan;
  private final @Nullable ObservationSender sender;
  private final ImportTally tally;
  private final Map<String, Counted> series = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private record Counted(Scope first, SortedMap<LocalDate, Long> counts) {}

  private record Row(RowName name, List<String> about, List<Scope.Note> notes) {}

  /**
   * @param sender null in a dry run
   */
  SeriesImport(SeriesPlan plan, @Nullable ObservationSender sender, ImportTally tally) {
    this.plan = plan;
    this.sender = sender;
    this.tally = tally;
  }

  void take(ReadRow.Cells row) {
    List<Scope.Note> notes = new ArrayList<>();
    Scope scope = Scope.of(row, notes::add);
    RowName name = new RowName(row.file(), row.line(), "");
    try {
      List<String> about = Values.of(plan.by(), FieldType.BODY, scope).stream().distinct().toList();
      if (about.isEmpty()) {
        throw new RowProblem(
            "not_counted",
            notes.isEmpty() ? "the row is about none that is counted" : notes.getFirst().detail());
      }
      LocalDate period = period(scope);
      for (String one : about) {
        series
            .computeIfAbsent(
                one,
                key -> new Counted(Scope.of(List.of(row), key, Tables.NONE, _ -> {}), covered()))
            .counts()
            .merge(period, 1L, Long::sum);
      }
      rows.add(new Row(name, about, notes));
    } catch (RowProblem problem) {
      tally.reject(
          new Submission(List.of(name), List.of(), List.of(), null),
          new Submission.Problem(problem.code(), problem.detail()));
    }
  }

  private LocalDate period(Scope scope) {
    LocalDate day =
        Values.of(plan.on(), FieldType.DATE, scope).stream()
            .findFirst()
            .map(LocalDate::parse)
            .orElseThrow(
                () -> new RowProblem("no_day", "the row has no day: it counts in no period"));
    if (day.isBefore(plan.from()) || day.isAfter(plan.until())) {
      throw new RowProblem(
          "not_covered",
          "%s is outside of the time the file covers, %s to %s"
              .formatted(day, plan.from(), plan.until()));
    }
    LocalDate start = day;
    while (!plan.periods().startsOn(start)) {
      start = start.minusDays(1);
    }
    return start;
  }

  /** Nothing in any period of the time the file covers. */
  private SortedMap<LocalDate, Long> covered() {
    SortedMap<LocalDate, Long> counts = new TreeMap<>();
    PeriodLength periods = plan.periods();
    for (LocalDate day = plan.from(); !day.isAfter(plan.until()); day = periods.after(day)) {
      counts.put(day, 0L);
    }
    return counts;
  }

  /** Writes what was counted and says what became of each row. */
  void finish() {
    Map<String, List<CaseOutcome>> outcomes = new HashMap<>();
    series.forEach((about, counted) -> outcomes.put(about, written(about, counted)));
    for (Row row : rows) {
      List<CaseOutcome> all =
          row.about().stream()
              .flatMap(one -> outcomes.getOrDefault(one, List.of()).stream())
              .toList();
      tally.add(new Submission(List.of(row.name()), List.of(), row.notes(), null), all);
    }
  }

  private List<CaseOutcome> written(String about, Counted counted) {
    if (sender == null) {
      return List.of(new CaseOutcome.Filed(null));
    }
    ObjectNode body = body(about, counted.first());
    return sender.upToDate(() -> written(sender, body, counted));
  }

  private List<CaseOutcome> written(ObservationSender to, ObjectNode body, Counted counted) {
    Written begun = to.begin("/series", body);
    if (begun.outcome() instanceof CaseOutcome.Refused) {
      return List.of(begun.outcome());
    }
    List<CaseOutcome> outcomes = new ArrayList<>(List.of(begun.outcome()));
    String path = "/series/" + body.get("series").asString();
    long version = 0;
    Map<String, Long> known = new HashMap<>();
    if (begun.version() < 0) {
      JsonNode there = to.read(path);
      version = there.path("version").asLong();
      there
          .path("counts")
          .forEach(one -> known.put(one.path("from").asString(), one.path("count").asLong()));
    }
    for (ObjectNode counts : changes(counted.counts(), known)) {
      Written written = to.change(path + "/counts", counts, version);
      outcomes.add(written.outcome());
      version = Math.max(version, written.version());
    }
    return outcomes;
  }

  private ObjectNode body(String about, Scope first) {
    ObjectNode body = JSON.objectNode();
    body.put("series", text(plan.id(), first));
    body.put("keeper", plan.keeper());
    if (plan.accord() != null) {
      body.put("accord", plan.accord());
    }
    body.put("title", text(plan.title(), first));
    body.put("indicator", text(plan.indicator(), first));
    body.put("unit", plan.unit());
    body.put("source", plan.source());
    body.put("method", plan.method());
    body.put("concerns", about);
    body.put("periods", plan.periods().name().toLowerCase(Locale.ROOT));
    body.put("marking", plan.marking());
    return body;
  }

  private static String text(Expression expression, Scope scope) {
    return String.join(" ", expression.values(scope));
  }

  /** The counts that are new, and those that differ, with the reason for these. */
  private static List<ObjectNode> changes(
      SortedMap<LocalDate, Long> counts, Map<String, Long> known) {
    List<ObjectNode> changes = new ArrayList<>();
    ObjectNode current = null;
    for (Map.Entry<LocalDate, Long> one : counts.entrySet()) {
      Long before = known.get(one.getKey().toString());
      if (one.getValue().equals(before)) {
        continue;
      }
      if (current == null || current.get("counts").size() == AT_A_TIME) {
        current = JSON.objectNode();
        current.putArray("counts");
        changes.add(current);
      }
      ArrayNode list = (ArrayNode) current.get("counts");
      list.addObject().put("from", one.getKey().toString()).put("count", one.getValue());
      if (before != null) {
        current.put("reason", "The source that is imported counts otherwise now.");
      }
    }
    return changes;
  }
}
