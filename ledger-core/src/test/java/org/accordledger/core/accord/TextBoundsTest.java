package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SECOND;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.panelist;
import static org.accordledger.core.accord.AccordSamples.untestable;
import static org.accordledger.core.accord.AccordScenario.given;
import static org.accordledger.core.accord.ObservanceSamples.agree;
import static org.accordledger.core.accord.ObservanceSamples.dispute;
import static org.accordledger.core.accord.ObservanceSamples.inForce;
import static org.accordledger.core.accord.ObservanceSamples.interpret;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.accordledger.core.BoundedText;
import org.accordledger.core.Occurred;
import org.accordledger.core.Texts;
import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.AccordCommand.RefuseItems;
import org.accordledger.core.accord.NegotiationCommand.ContributeText;
import org.accordledger.core.accord.NegotiationCommand.Counteroffer;
import org.accordledger.core.accord.NegotiationCommand.PromoteDraft;
import org.accordledger.core.accord.NegotiationCommand.RecordAccount;
import org.accordledger.core.accord.ObservanceCommand.AmendClause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every short text of a command to an accord is bounded, whichever command brings it. */
class TextBoundsTest {
  private static final DraftId DRAFT = new DraftId("joint-text");
  private static final LocalDate DAY = LocalDate.parse("2015-01-01");

  static Stream<BoundedText> texts() {
    AccordScenario agreed = inForce().when(agree(NORTH, "a body")).when(panelist("ann", THIRD));
    return Stream.concat(
        Stream.of(
            text("term agreed", "reading", Texts.PROVISION, agreed, t -> agree(NORTH, t)),
            text("term disputed", "reading", Texts.PROVISION, agreed, t -> dispute(SOUTH, 1, t)),
            text("interpretation", "reading", Texts.PROVISION, agreed, t -> interpret("ann", t))),
        ofOffers());
  }

  private static Stream<BoundedText> ofOffers() {
    AccordScenario drafted = given(draft(), contribution(), offer(FIRST, true, clause()));
    return Stream.of(
        text("offer", "source", Texts.LINK, drafted, TextBoundsTest::offered),
        text("counteroffer", "source", Texts.LINK, drafted, TextBoundsTest::countered),
        text("amendment", "source", Texts.LINK, inForce(), TextBoundsTest::amended),
        text("promotion", "source", Texts.LINK, drafted, t -> promoted("Deputy minister", t)),
        text("approval", "approval.office", Texts.TITLE, drafted, t -> promoted(t, null)),
        text("refusal", "source", Texts.LINK, drafted, TextBoundsTest::refused),
        text("acceptance", "condition", Texts.PROVISION, drafted, TextBoundsTest::accepted),
        text("account", "source", Texts.LINK, drafted, TextBoundsTest::told));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void a_text_that_stands_in_an_event_says_something_fits_and_does_not_mislead(BoundedText text) {
    text.isBounded();
  }

  private static BoundedText text(
      String name,
      String place,
      int most,
      AccordScenario given,
      Function<String, AccordCommand> command) {
    return new BoundedText(
        name, place, most, text -> AccordDecisions.decide(given.accord(), command.apply(text)));
  }

  private static AccordCommand offered(String source) {
    return new OfferText(
        ACCORD, SECOND, NORTH, true, List.of(clause()), source, by(delegate(NORTH)));
  }

  private static AccordCommand countered(String source) {
    return new Counteroffer(
        ACCORD, SECOND, FIRST, SOUTH, true, List.of(clause()), source, by(delegate(SOUTH)));
  }

  private static AccordCommand amended(String source) {
    Clause text = effective(untestable(clause()), "2016-01-01");
    return new AmendClause(ACCORD, SECOND, NORTH, text, source, by(delegate(NORTH)));
  }

  private static AccordCommand refused(String source) {
    return new RefuseItems(
        ACCORD, FIRST, SOUTH, List.of(QUIET), WORDS, null, source, by(delegate(SOUTH)));
  }

  private static AccordCommand accepted(String condition) {
    return new AcceptItems(
        ACCORD, FIRST, SOUTH, List.of(QUIET), false, condition, by(delegate(SOUTH)));
  }

  private static AccordCommand contribution() {
    return new ContributeText(ACCORD, DRAFT, QUIET, Map.of(EN, WORDS), by(delegate(NORTH)));
  }

  private static AccordCommand promoted(String office, @Nullable String source) {
    return new PromoteDraft(
        ACCORD,
        DRAFT,
        SECOND,
        NORTH,
        true,
        List.of(clause()),
        new Approval(office, Approval.Level.MINISTRY, DAY, null),
        source,
        by(delegate(NORTH)));
  }

  private static AccordCommand told(String source) {
    return new RecordAccount(
        ACCORD,
        new MeetingCode("lakeside"),
        NORTH,
        Occurred.on(DAY),
        Map.of(EN, WORDS),
        source,
        by(delegate(NORTH)));
  }
}
