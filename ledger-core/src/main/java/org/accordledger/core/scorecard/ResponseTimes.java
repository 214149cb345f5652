package org.accordledger.core.scorecard;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.accordledger.core.BodyId;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseEvent.ReactionLinked;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;
import org.accordledger.core.cases.CaseEvent.ResponseFiled;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.ReactionKind;
import org.jspecify.annotations.Nullable;

/**
 * How long respondents took to answer, counted from the allegation and from the notification, and
 * how long the injured side took to react. The scorecard's median counts from the notification: the
 * days of screening are not the respondent's. One event of an accord's cases at a time. Mutable;
 * for one thread.
 */
public final class ResponseTimes {
  /** Where the respondent's answer is. */
  public enum State {
    /** The respondent was not told yet. */
    NOT_NOTIFIED,
    AWAITED,
    ANSWERED,
    /** The last day passed in silence, which is not guilt. */
    UNANSWERED,
    /** The case went no further before anybody answered. */
    ENDED
  }

  /**
   * One case.
   *
   * @param position of its allegation
   * @param alleged the day of the allegation
   * @param notified the day the respondent was told; null if it was not
   * @param responded the day of the first response; null if there is none
   * @param daysFromAllegation to the first response; null if there is none
   * @param daysFromNotification to the first response; null if there is none
   * @param reaction the earliest of those linked to the case; null if there is none
   */
  public record Item(
      CaseId caseId,
      long position,
      BodyId complainant,
      BodyId respondent,
      ClauseCode clause,
      LocalDate alleged,
      @Nullable LocalDate notified,
      @Nullable LocalDate responded,
      State state,
      @Nullable Integer daysFromAllegation,
      @Nullable Integer daysFromNotification,
      @Nullable Reaction reaction) {}

  /**
   * What the complainant or a victim did on its own.
   *
   * @param daysFromAllegation negative if it reacted before it alleged
   */
  public record Reaction(BodyId by, ReactionKind kind, LocalDate on, int daysFromAllegation) {}

  /**
   * The cases against one respondent under one clause.
   *
   * @param answered cases with a response
   * @param without cases in which the respondent was told and has not answered, in time or not
   * @param medianDaysFromAllegation to the first response; null if there is none
   * @param medianDaysFromNotification to the first response; null if there is none
   * @param medianDaysToReaction from the allegation to the first reaction; null if there is none
   */
  public record Line(
      BodyId respondent,
      ClauseCode clause,
      long cases,
      long answered,
      long without,
      @Nullable Double medianDaysFromAllegation,
      @Nullable Double medianDaysFromNotification,
      @Nullable Double medianDaysToReaction) {}

  private final Period incidents;
  private final Map<String, Course> courses = new LinkedHashMap<>();

  /**
   * Knows of nothing yet.
   *
   * @param incidents months whose incidents count
   */
  public ResponseTimes(Period incidents) {
    this.incidents = incidents;
  }

  /**
   * Takes the next event of a case into account.
   *
   * @throws IllegalStateException if it cannot follow what came before
   */
  public void apply(Recorded<CaseEvent> recorded) {
    CaseEvent event = recorded.event();
    if (event instanceof AllegationSubmitted submitted) {
      courses.put(recorded.streamId(), new Course(submitted, recorded.position()));
      return;
    }
    Course course = courses.get(recorded.streamId());
    if (course == null) {
      throw new IllegalStateException(recorded.streamId() + " was never submitted");
    }
    course.apply(event);
  }

  /** Case by case, in the order submitted. */
  public List<Item> items() {
    return courses.values().stream()
        .filter(course -> incidents.contains(course.figures.month()))
        .map(Course::item)
        .toList();
  }

  /** By respondent, then clause. */
  public static List<Line> lines(List<Item> items) {
    Map<BodyId, Map<ClauseCode, List<Item>>> grouped = new TreeMap<>();
    for (Item item : items) {
      grouped
          .computeIfAbsent(
              item.respondent(), _ -> new TreeMap<>(Comparator.comparing(ClauseCode::value)))
          .computeIfAbsent(item.clause(), _ -> new ArrayList<>())
          .add(item);
    }
    List<Line> lines = new ArrayList<>();
    grouped.forEach(
        (respondent, byClause) ->
            byClause.forEach((clause, cases) -> lines.add(line(respondent, clause, cases))));
    return List.copyOf(lines);
  }

  private static Line line(BodyId respondent, ClauseCode clause, List<Item> cases) {
    Map<State, Long> states = new HashMap<>();
    DayHistogram allegation = new DayHistogram();
    DayHistogram notification = new DayHistogram();
    DayHistogram reaction = new DayHistogram();
    for (Item one : cases) {
      states.merge(one.state(), 1L, Long::sum);
      add(allegation, one.daysFromAllegation());
      add(notification, one.daysFromNotification());
      add(reaction, one.reaction() == null ? null : one.reaction().daysFromAllegation());
    }
    return new Line(
        respondent,
        clause,
        cases.size(),
        states.getOrDefault(State.ANSWERED, 0L),
        states.getOrDefault(State.AWAITED, 0L) + states.getOrDefault(State.UNANSWERED, 0L),
        allegation.median(),
        notification.median(),
        reaction.median());
  }

  private static void add(DayHistogram days, @Nullable Integer one) {
    if (one != null) {
      days.add(one, 1);
    }
  }

  /** What is remembered of one case. */
  private static final class Course {
    private final AllegationSubmitted submitted;
    private final long position;
    private CaseFigures figures;
    private @Nullable LocalDate responded;
    private @Nullable ReactionLinked reaction;

    Course(AllegationSubmitted submitted, long position) {
      this.submitted = submitted;
      this.position = position;
      this.figures = CaseFigures.evolve(null, submitted);
    }

    void apply(CaseEvent event) {
      figures = CaseFigures.evolve(figures, event);
      switch (event) {
        // a case that was reopened is notified anew, and answered anew
        case RespondentNotified _ -> responded = null;
        case ResponseFiled e when responded == null -> responded = e.filed().day();
        case ReactionLinked e when reaction == null || e.on().isBefore(reaction.on()) ->
            reaction = e;
        default -> {
          // says nothing of when anybody answered
        }
      }
    }

    Item item() {
      LocalDate alleged = submitted.filed().day();
      CaseFigures.Reply reply = figures.reply();
      return new Item(
          submitted.caseId(),
          position,
          submitted.allegation().complainant(),
          submitted.allegation().respondent(),
          submitted.allegation().clause(),
          alleged,
          reply.notifiedOn(),
          responded,
          state(reply),
          responded == null ? null : days(alleged, responded),
          reply.days(),
          reaction == null
              ? null
              : new Reaction(
                  reaction.by(), reaction.kind(), reaction.on(), days(alleged, reaction.on())));
    }

    private State state(CaseFigures.Reply reply) {
      if (responded != null) {
        return State.ANSWERED;
      }
      return switch (figures.stage()) {
        case SUBMITTED -> State.NOT_NOTIFIED;
        case INADMISSIBLE, SETTLED, WITHDRAWN, JOINED -> State.ENDED;
        case NOTIFIED, ANSWERED, UNANSWERED, BEFORE_PANEL, DECIDED, CLOSED, SUSPENDED ->
            reply.silent() ? State.UNANSWERED : State.AWAITED;
      };
    }

    private static int days(LocalDate from, LocalDate to) {
      return Math.toIntExact(DAYS.between(from, to));
    }
  }
}
