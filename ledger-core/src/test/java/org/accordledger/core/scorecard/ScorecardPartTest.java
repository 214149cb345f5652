package org.accordledger.core.scorecard;

import static org.accordledger.core.scorecard.LedgerScript.ACCORD;
import static org.accordledger.core.scorecard.LedgerScript.ALBA;
import static org.accordledger.core.scorecard.LedgerScript.BOREA;
import static org.accordledger.core.scorecard.LedgerScript.CLAUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.accordledger.core.BodyId;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.election.ElectionEvent;
import org.accordledger.core.inquiry.InquiryEvent;
import org.accordledger.core.random.RandomRecords;
import org.accordledger.core.series.SeriesEvent;
import org.junit.jupiter.api.Test;

/** The part of a scorecard that is asked for, and the events that a scorecard takes. */
class ScorecardPartTest {
  private static final AccordId OTHER = new AccordId("accord-other");
  private static final ClauseCode SILENCE = new ClauseCode("silence");

  private static final Cell ONE = cell(ACCORD, ALBA, CLAUSE);
  private static final Cell OF_ANOTHER_PARTY = cell(ACCORD, BOREA, CLAUSE);
  private static final Cell OF_ANOTHER_CLAUSE = cell(ACCORD, ALBA, SILENCE);
  private static final Cell OF_ANOTHER_ACCORD = cell(OTHER, ALBA, CLAUSE);
  private static final Scorecard WHOLE =
      new Scorecard(
          7,
          Instant.parse("2020-01-01T12:00:00Z"),
          Period.ALL,
          List.of(card(ACCORD), card(OTHER)),
          List.of(ONE, OF_ANOTHER_PARTY, OF_ANOTHER_CLAUSE, OF_ANOTHER_ACCORD));

  @Test
  void what_is_asked_for_is_kept_and_the_rest_is_not() {
    assertThat(WHOLE.only(null, null, null)).isEqualTo(WHOLE);
    assertThat(WHOLE.only(OTHER, null, null).accords()).containsExactly(card(OTHER));
    assertThat(WHOLE.only(OTHER, null, null).cells()).containsExactly(OF_ANOTHER_ACCORD);
    assertThat(WHOLE.only(null, BOREA, null).cells()).containsExactly(OF_ANOTHER_PARTY);
    assertThat(WHOLE.only(null, null, SILENCE).cells()).containsExactly(OF_ANOTHER_CLAUSE);
    assertThat(WHOLE.only(ACCORD, ALBA, CLAUSE).cells()).containsExactly(ONE);
    assertThat(WHOLE.only(null, BOREA, null).accords()).hasSize(2);
    assertThat(WHOLE.only(ACCORD, null, null).position()).isEqualTo(7);
  }

  @Test
  void a_scorecard_takes_each_position_once_and_in_order() {
    ScorecardFold fold = new ScorecardFold();
    fold.apply(at(4, someOf(ElectionEvent.ElectionRegistered.class)));

    for (long position : List.of(3L, 4L)) {
      assertThatThrownBy(
              () -> fold.apply(at(position, someOf(ElectionEvent.ElectionRegistered.class))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("position " + position + " comes after 4");
    }
    fold.apply(at(5, someOf(ElectionEvent.ElectionRegistered.class)));
  }

  @Test
  void what_happened_in_the_world_or_was_asked_in_private_moves_the_position_alone() {
    ScorecardFold fold = new ScorecardFold();
    fold.apply(at(0, someOf(AccordEvent.AccordDrafted.class)));
    Scorecard before = fold.scorecard(Period.ALL, null);
    fold.apply(at(1, someOf(ElectionEvent.ElectionRegistered.class)));
    fold.apply(at(2, someOf(InquiryEvent.InquiryOpened.class)));
    fold.apply(at(3, someOf(SeriesEvent.SeriesOpened.class)));
    Scorecard after = fold.scorecard(Period.ALL, null);

    assertThat(after.position()).isEqualTo(3);
    assertThat(after.accords()).isEqualTo(before.accords());
    assertThat(after.cells()).isEqualTo(before.cells());
  }

  @Test
  void the_accords_of_a_scorecard_are_found_by_their_ids() {
    ScorecardFold fold = new ScorecardFold();
    AccordEvent.AccordDrafted drafted = someOf(AccordEvent.AccordDrafted.class);
    fold.apply(at(0, drafted));

    assertThat(fold.accords()).containsOnlyKeys(drafted.accord());
    assertThat(fold.accords().values())
        .extracting(AccordFigures::accord)
        .containsExactly(drafted.accord());
  }

  private static <T extends LedgerEvent> T someOf(Class<T> kind) {
    return RandomRecords.readable(new SplittableRandom(5)).of(kind);
  }

  private static Recorded<LedgerEvent> at(long position, LedgerEvent event) {
    return new Recorded<>(
        position, Instant.parse("2020-01-01T12:00:00Z"), "stream-" + position, 0, event);
  }

  private static AccordCard card(AccordId accord) {
    return new AccordCard(accord, Map.of(), false, List.of(), 1, 1);
  }

  private static Cell cell(AccordId accord, BodyId party, ClauseCode clause) {
    return new Cell(
        new CellKey(accord, party, clause),
        Grade.NO_FINDING,
        null,
        List.of(),
        Map.of(),
        null,
        null,
        null,
        0);
  }
}
