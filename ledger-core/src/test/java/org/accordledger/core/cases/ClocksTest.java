package org.accordledger.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.accordledger.core.cases.Deadlines.Due;
import org.accordledger.core.random.RandomRecords;
import org.accordledger.core.random.SealedKinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which events move a case's clocks, and which deadline comes next. */
class ClocksTest {
  private static final LocalDate MARCH = LocalDate.parse("2020-03-01");

  /** Events that start, stop, move or end a clock in a case that goes on. */
  private static final Set<Class<? extends CaseEvent>> MOVING =
      Set.of(
          CaseEvent.RespondentNotified.class,
          CaseEvent.RemedyOrdered.class,
          CaseEvent.DeadlineSet.class,
          CaseEvent.ExtensionGranted.class,
          CaseEvent.ParticularsRequested.class,
          CaseEvent.CaseSuspended.class,
          CaseEvent.DeadlinePassed.class,
          CaseEvent.ParticularsGiven.class,
          CaseEvent.ResponseFiled.class,
          CaseEvent.NonResponseRecorded.class,
          CaseEvent.ReplyFiled.class,
          CaseEvent.PanelSeated.class,
          CaseEvent.ReviewRequested.class,
          CaseEvent.FindingRevised.class,
          CaseEvent.RemedyReported.class,
          CaseEvent.RemedyVerified.class);

  /** Events after which nothing that was due before is due any more, whatever the stage. */
  private static final Set<Class<? extends CaseEvent>> ENDING =
      Set.of(
          CaseEvent.AllegationWithdrawn.class,
          CaseEvent.CaseJoined.class,
          CaseEvent.CaseClosed.class,
          CaseEvent.CaseReopened.class);

  static Stream<Class<?>> kinds() {
    return SealedKinds.of(CaseEvent.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_event_moves_the_clocks_it_is_about_and_no_other(Class<? extends CaseEvent> kind) {
    Clocks all = all();
    CaseEvent event = RandomRecords.readable(new SplittableRandom(3)).of(kind);
    Clocks after = all.after(event, Stage.BEFORE_PANEL);

    if (MOVING.contains(kind)) {
      assertThat(after).isNotEqualTo(all).isNotEqualTo(Clocks.NONE);
    } else {
      assertThat(after).isEqualTo(ENDING.contains(kind) ? Clocks.NONE : all);
    }
  }

  @Test
  void the_deadline_that_comes_next_is_the_earliest_of_those_that_run() {
    Clock reply = running("2020-03-10").pass();
    Clock particulars = running("2020-03-11").stop(MARCH, Clock.Cause.SUSPENSION);
    Clock remedy = running("2020-03-20");

    assertThat(
            Deadlines.next(
                new Clocks(
                    Map.of(
                        Deadline.REPLY, reply,
                        Deadline.PARTICULARS, particulars,
                        Deadline.REMEDY, remedy,
                        Deadline.RESPONSE, running("2020-03-31")))))
        .contains(
            new Due(
                Deadline.REMEDY,
                MARCH,
                LocalDate.parse("2020-03-20"),
                Deadlines.State.RUNNING,
                null));
    assertThat(
            Deadlines.next(
                new Clocks(Map.of(Deadline.REPLY, reply, Deadline.PARTICULARS, particulars))))
        .isEmpty();
    assertThat(Deadlines.next(Clocks.NONE)).isEmpty();
  }

  private static Clocks all() {
    Map<Deadline, Clock> clocks = new EnumMap<>(Deadline.class);
    for (Deadline deadline : Deadline.values()) {
      clocks.put(deadline, running("2020-03-31"));
    }
    return new Clocks(clocks);
  }

  private static Clock running(String dueBy) {
    return Clock.started(MARCH, LocalDate.parse(dueBy), 1);
  }
}
