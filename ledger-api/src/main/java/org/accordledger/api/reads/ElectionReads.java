package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.EmbargoRule;
import org.accordledger.core.election.Election;
import org.accordledger.core.election.ElectionEvent;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.election.EmbargoWindow;
import org.accordledger.core.election.Mission;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.election.ElectionFilter;
import org.accordledger.projections.election.ElectionQuery;
import org.jspecify.annotations.Nullable;

/** Elections and the windows that embargo clauses open at them. All of it is open to everybody. */
public final class ElectionReads {
  private final ElectionQuery calendar;
  private final Streams streams;
  private final AccordReads accords;

  ElectionReads(ElectionQuery calendar, Streams streams, AccordReads accords) {
    this.calendar = calendar;
    this.streams = streams;
    this.accords = accords;
  }

  /**
   * A page of the calendar.
   *
   * @param accord whose embargo clauses' windows are wanted; null for none
   * @param clause the one clause whose windows are wanted; null for all of the accord
   * @param cursor from an earlier page; null for the first
   * @param limit most elections on the page
   * @throws org.accordledger.api.problem.ProblemException for a position that is not reached yet,
   *     or an accord that is not there
   */
  public Found<ElectionCalendarDocument> list(
      ElectionFilter filter,
      @Nullable AccordId accord,
      @Nullable ClauseCode clause,
      AsOf asOf,
      @Nullable String cursor,
      int limit) {
    String after = cursor == null ? "" : Parameters.decoded(cursor);
    Point point = streams.at(asOf, calendar.position());
    List<Election> found =
        Parameters.refusing(() -> calendar.list(filter, point.asOf(), after, limit + 1)).value();
    List<Election> page = found.stream().limit(limit).toList();
    Map<ClauseCode, List<ClauseInForce>> embargoes =
        accord == null ? Map.of() : embargoes(accord, clause, point.asOf());
    String next =
        found.size() > limit ? Parameters.encoded(ElectionQuery.placeOf(page.getLast())) : null;
    return point.found(
        new ElectionCalendarDocument(
            page.stream().map(one -> item(one, accord, embargoes)).toList(), next));
  }

  private Map<ClauseCode, List<ClauseInForce>> embargoes(
      AccordId accord, @Nullable ClauseCode clause, AsOf asOf) {
    Map<ClauseCode, List<ClauseInForce>> embargoes = new LinkedHashMap<>();
    for (ClauseInForce version : accords.get(accord, asOf).document().clauses()) {
      ClauseCode code = version.clause().code();
      if (version.clause().embargo() != null && (clause == null || clause.equals(code))) {
        embargoes.computeIfAbsent(code, _ -> new ArrayList<>()).add(version);
      }
    }
    return embargoes;
  }

  private static ElectionCalendarDocument.Item item(
      Election election,
      @Nullable AccordId accord,
      Map<ClauseCode, List<ClauseInForce>> embargoes) {
    List<ElectionCalendarDocument.Window> windows = new ArrayList<>();
    embargoes.forEach(
        (code, versions) -> {
          ClauseInForce version = versionFor(election.heldOn(), versions);
          EmbargoRule rule = Objects.requireNonNull(version.clause().embargo());
          windows.add(
              new ElectionCalendarDocument.Window(
                  Objects.requireNonNull(accord),
                  code,
                  version.version(),
                  EmbargoWindow.of(rule, election)));
        });
    return new ElectionCalendarDocument.Item(
        election.election(),
        election.country(),
        election.title(),
        election.heldOn(),
        election.missions().stream().map(Mission::mission).toList(),
        ElectionDocument.missing(election),
        List.copyOf(windows));
  }

  /** The version that held on the day of the vote; else the newest. */
  private static ClauseInForce versionFor(@Nullable LocalDate day, List<ClauseInForce> versions) {
    return versions.stream()
        .filter(version -> day != null && version.holdsOn(day))
        .findFirst()
        .orElse(versions.getLast());
  }

  /**
   * One election.
   *
   * @throws org.accordledger.api.problem.ProblemException not found, at that point
   */
  public Found<ElectionDocument> get(ElectionId election, AsOf asOf) {
    Found<List<Recorded<ElectionEvent>>> found =
        streams
            .read(election.value(), ElectionEvent.class, asOf)
            .orElseThrow(() -> Parameters.notFound("There is no election " + election + "."));
    Election state = null;
    for (Recorded<ElectionEvent> recorded : found.document()) {
      state = Election.evolve(state, recorded.event());
    }
    ElectionDocument document =
        ElectionDocument.of(
            Objects.requireNonNull(state),
            found.document().getLast().position(),
            found.document().getFirst().recordedAt());
    return new Found<>(document, found.position(), found.recordedAt(), found.past());
  }
}
