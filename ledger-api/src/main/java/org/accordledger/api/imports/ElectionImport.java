package org.accordledger.api.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accordledger.api.imports.ImportTally.CaseOutcome;
import org.accordledger.api.imports.ObservationMapping.ElectionPlan;
import org.accordledger.api.imports.ObservationMapping.MissionPlan;
import org.accordledger.api.imports.ObservationSender.Written;
import org.accordledger.api.imports.Submission.RowName;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.accord.ObserverReport;
import org.accordledger.core.election.ElectionId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records what each row says of its election. What the ledger has already is left as it is, and
 * where the two differ the row says so in the rejects file.
 */
final class ElectionImport {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ElectionPlan plan;
  private final @Nullable ObservationSender sender;
  private final ImportTally tally;
  private final Map<String, RowName> seen = new HashMap<>();

  /**
   * @param sender null in a dry run
   */
  ElectionImport(ElectionPlan plan, @Nullable ObservationSender sender, ImportTally tally) {
    this.plan = plan;
    this.sender = sender;
    this.tally = tally;
  }

  void take(ReadRow.Cells row) {
    List<Scope.Note> notes = new ArrayList<>();
    Scope scope = Scope.of(row, notes::add);
    RowName name = new RowName(row.file(), row.line(), "");
    try {
      String id = one(plan.id(), FieldType.TEXT, scope, "id");
      name = new RowName(row.file(), row.line(), id);
      requireId(id);
      ObjectNode election = election(id, scope);
      List<ObjectNode> missions = missions(scope, election);
      boolean nobody = plan.noMission() != null && plan.noMission().holds(scope);
      RowName earlier = seen.putIfAbsent(id, name);
      if (earlier != null) {
        throw new RowProblem(
            "duplicate_source_id",
            "the id stands already on line " + earlier.line() + " of " + earlier.file());
      }
      if (!election.has("held_on")) {
        notes.add(Scope.Note.kept("no_day", "the row has no day: the election is kept undated"));
      }
      List<Scope.Note> differing = new ArrayList<>();
      List<CaseOutcome> outcomes =
          sender == null
              ? List.of(new CaseOutcome.Filed(null))
              : sender.upToDate(
                  () -> {
                    differing.clear();
                    return record(sender, election, missions, nobody, differing);
                  });
      notes.addAll(differing);
      tally.add(new Submission(List.of(name), List.of(), notes, null), outcomes);
    } catch (RowProblem problem) {
      tally.reject(
          new Submission(List.of(name), List.of(), List.of(), null),
          new Submission.Problem(problem.code(), problem.detail()));
    }
  }

  private static void requireId(String id) {
    try {
      var _ = new ElectionId(id);
    } catch (InvalidValue e) {
      throw new RowProblem("bad_value", "'" + id + "' is no id of an election");
    }
  }

  private ObjectNode election(String id, Scope scope) {
    ObjectNode body = JSON.objectNode();
    body.put("election", id);
    body.put("country", one(plan.country(), FieldType.BODY, scope, "country"));
    body.put("title", one(plan.title(), FieldType.TEXT, scope, "title"));
    body.put("source", one(plan.source(), FieldType.TEXT, scope, "source"));
    Values.of(plan.heldOn(), FieldType.DATE, scope).stream()
        .findFirst()
        .ifPresent(day -> body.put("held_on", day));
    return body;
  }

  /** What each mission is named with and, under reports, what it published. */
  private List<ObjectNode> missions(Scope scope, ObjectNode election) {
    List<ObjectNode> missions = new ArrayList<>();
    for (MissionPlan mission : plan.missions()) {
      if (mission.when() != null && !mission.when().holds(scope)) {
        continue;
      }
      ObjectNode body = JSON.objectNode();
      body.put("mission", one(mission.mission(), FieldType.BODY, scope, "mission"));
      body.put("title", one(mission.title(), FieldType.TEXT, scope, "title of the mission"));
      body.set("source", election.get("source"));
      ObjectNode reports = body.putObject("reports");
      for (ObserverReport report : ObserverReport.values()) {
        Values.of(mission.dayOf(report), FieldType.DATE, scope).stream()
            .findFirst()
            .ifPresent(day -> reports.put(report.name().toLowerCase(Locale.ROOT), day));
      }
      missions.add(body);
    }
    return missions;
  }

  private static String one(Expression expression, FieldType type, Scope scope, String what) {
    return Values.of(expression, type, scope).stream()
        .findFirst()
        .orElseThrow(() -> new RowProblem("missing_field", "the row gives no " + what));
  }

  private List<CaseOutcome> record(
      ObservationSender to,
      ObjectNode election,
      List<ObjectNode> missions,
      boolean nobody,
      List<Scope.Note> notes) {
    Written begun = to.begin("/elections", election);
    if (begun.outcome() instanceof CaseOutcome.Refused) {
      return List.of(begun.outcome());
    }
    String path = "/elections/" + election.get("election").asString();
    JsonNode known = begun.version() < 0 ? to.read(path) : election;
    Stream stream = new Stream(to, path, begun.version() < 0 ? known.path("version").asLong() : 0);
    stream.outcomes.add(begun.outcome());
    date(stream, known, election, notes);
    for (ObjectNode mission : missions) {
      observe(stream, known, mission, notes);
    }
    if (nobody && missions.isEmpty() && !known.has("no_mission") && !observed(known)) {
      stream.add("/no-mission", JSON.objectNode().set("source", election.get("source")));
    }
    return stream.outcomes;
  }

  private static boolean observed(JsonNode known) {
    return !known.path("missions").isEmpty();
  }

  private static void date(
      Stream stream, JsonNode known, ObjectNode election, List<Scope.Note> notes) {
    String day = election.path("held_on").asString("");
    String before = known.path("held_on").asString("");
    if (!day.isEmpty() && before.isEmpty()) {
      stream.add("/dates", JSON.objectNode().put("held_on", day));
    } else if (!day.isEmpty() && !day.equals(before)) {
      notes.add(differs("day of the election", day, before));
    }
  }

  private static void observe(
      Stream stream, JsonNode known, ObjectNode mission, List<Scope.Note> notes) {
    String body = mission.get("mission").asString();
    JsonNode there = null;
    for (JsonNode one : known.path("missions")) {
      there = one.path("mission").asString("").equals(body) ? one : there;
    }
    JsonNode reports = mission.get("reports");
    if (there == null) {
      ObjectNode named = mission.deepCopy();
      named.remove("reports");
      stream.add("/missions", named);
    }
    for (String report : reports.propertyNames()) {
      String day = reports.get(report).asString();
      String before = there == null ? "" : published(there, report);
      if (before.isEmpty()) {
        ObjectNode published = JSON.objectNode();
        published.put("mission", body).put("report", report).put("published_on", day);
        stream.add("/reports", published.set("source", mission.get("source")));
      } else if (!before.equals(day)) {
        notes.add(differs(report.replace('_', ' ') + " of " + body, day, before));
      }
    }
  }

  private static String published(JsonNode mission, String report) {
    for (JsonNode one : mission.path("reports")) {
      if (one.path("report").asString("").equals(report)) {
        return one.path("published_on").asString("");
      }
    }
    return "";
  }

  private static Scope.Note differs(String what, String day, String before) {
    return Scope.Note.leftOut(
        "differs", "the %s is %s in the row and %s in the ledger".formatted(what, day, before));
  }

  /** One election while it is written to. Mutable; for one thread. */
  private static final class Stream {
    private final ObservationSender sender;
    private final String path;
    private final List<CaseOutcome> outcomes = new ArrayList<>();
    private long version;

    Stream(ObservationSender sender, String path, long version) {
      this.sender = sender;
      this.path = path;
      this.version = version;
    }

    void add(String act, JsonNode body) {
      Written written = sender.change(path + act, body, version);
      outcomes.add(written.outcome());
      version = Math.max(version, written.version());
    }
  }
}
