package org.accordledger.api.reads;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Recorded;
import org.accordledger.core.cases.Case;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.Clock;
import org.accordledger.core.cases.Deadline;
import org.accordledger.core.cases.Deadlines;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/** What happened in a case beside allegation, response and findings, and what is due in it. */
final class CaseProcedure {
  private final AllegationSubmitted submitted;
  private final Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts;
  private final UnaryOperator<List<Exhibit>> visible;
  private final List<CaseDocument.Statement> particulars = new ArrayList<>();
  private final List<CaseDocument.Statement> replies = new ArrayList<>();
  private final List<CaseDocument.LaterExhibits> laterExhibits = new ArrayList<>();
  private final List<CaseDocument.Corroboration> corroborations = new ArrayList<>();
  private final List<CaseDocument.Reaction> reactions = new ArrayList<>();
  private final Map<Stage, CaseDocument.Milestone> milestones = new LinkedHashMap<>();
  private @Nullable Case state;
  private @Nullable Integer daysToResponse;

  /**
   * @param texts looks up texts by their digests
   * @param visible leaves out, and counts, the exhibits a reader may not see
   */
  CaseProcedure(
      AllegationSubmitted submitted,
      Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts,
      UnaryOperator<List<Exhibit>> visible) {
    this.submitted = submitted;
    this.texts = texts;
    this.visible = visible;
  }

  void read(Recorded<? extends CaseEvent> recorded) {
    CaseEvent event = recorded.event();
    LocalDate day = event.filed().day();
    long position = recorded.position();
    Case after = Case.evolve(state, event);
    state = after;
    milestones.computeIfAbsent(
        after.stage(), stage -> new CaseDocument.Milestone(stage, day, position));
    switch (event) {
      case CaseEvent.ResponseFiled _ when daysToResponse == null ->
          daysToResponse = daysSinceAllegation(day);
      case CaseEvent.ParticularsRequested e ->
          particulars.add(statement(day, position, respondent(), e.text(), List.of()));
      case CaseEvent.ParticularsGiven e ->
          particulars.add(statement(day, position, complainant(), e.text(), e.exhibits()));
      case CaseEvent.ReplyFiled e ->
          replies.add(statement(day, position, complainant(), e.text(), e.exhibits()));
      case CaseEvent.ExhibitsAdmitted e ->
          laterExhibits.add(
              new CaseDocument.LaterExhibits(
                  day, position, e.offeredBy(), visible.apply(e.exhibits())));
      case CaseEvent.CaseReopened e ->
          laterExhibits.add(
              new CaseDocument.LaterExhibits(day, position, null, visible.apply(e.exhibits())));
      case CaseEvent.DenialCorroborated e ->
          corroborations.add(
              new CaseDocument.Corroboration(
                  day, position, e.denial(), texts.apply(e.text()), visible.apply(e.exhibits())));
      case CaseEvent.ReactionLinked e -> reactions.add(reaction(day, position, e));
      default -> {
        // told elsewhere in the document
      }
    }
  }

  /** The last day to respond after the event read last; as before once nothing is awaited. */
  @Nullable LocalDate respondBy(@Nullable LocalDate before) {
    Clock clock = state == null ? null : state.clocks().of(Deadline.RESPONSE);
    if (clock == null) {
      return before;
    }
    return clock.stopped() == null ? clock.dueBy() : null;
  }

  List<Deadlines.Due> deadlines() {
    return state == null ? List.of() : Deadlines.of(state);
  }

  @Nullable Integer daysToResponse() {
    return daysToResponse;
  }

  List<CaseDocument.Statement> particulars() {
    return particulars;
  }

  List<CaseDocument.Statement> replies() {
    return replies;
  }

  List<CaseDocument.LaterExhibits> laterExhibits() {
    return laterExhibits;
  }

  List<CaseDocument.Corroboration> corroborations() {
    return corroborations;
  }

  List<CaseDocument.Reaction> reactions() {
    return reactions;
  }

  List<CaseDocument.Milestone> milestones() {
    return List.copyOf(milestones.values());
  }

  private CaseDocument.Statement statement(
      LocalDate day,
      long position,
      BodyId by,
      Map<LanguageTag, ContentRef> text,
      List<Exhibit> exhibits) {
    return new CaseDocument.Statement(
        day, position, by, texts.apply(text), visible.apply(exhibits));
  }

  private CaseDocument.Reaction reaction(
      LocalDate day, long position, CaseEvent.ReactionLinked event) {
    return new CaseDocument.Reaction(
        day,
        position,
        event.by(),
        event.kind(),
        event.on(),
        daysSinceAllegation(event.on()),
        event.title(),
        event.source(),
        texts.apply(event.text()));
  }

  private int daysSinceAllegation(LocalDate day) {
    return Math.toIntExact(DAYS.between(submitted.filed().day(), day));
  }

  private BodyId respondent() {
    return submitted.allegation().respondent();
  }

  private BodyId complainant() {
    return submitted.allegation().complainant();
  }
}
