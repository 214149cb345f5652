package org.accordledger.bench.system;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check sees each way in which a log can fail those whom it acknowledged. */
class AcknowledgedCheckTest {
  private static final List<Entry> LOG =
      List.of(
          new Entry("a", "case-1", 0),
          new Entry("b", "case-2", 0),
          new Entry("c", "case-1", 1),
          new Entry("d", "case-1", 2));

  private static final Acknowledged FIRST = new Acknowledged("key-1", "case-1", 0, 0, 0, 1);
  private static final Acknowledged OTHER = new Acknowledged("key-2", "case-2", 0, 1, 0, 1);
  // one command of two events
  private static final Acknowledged SECOND = new Acknowledged("key-3", "case-1", 2, 3, 0, 1);
  private static final List<Acknowledged> ALL = List.of(FIRST, OTHER, SECOND);

  private static void refused(List<Acknowledged> acknowledged, List<Entry> log, String sentence) {
    assertThatThrownBy(() -> AcknowledgedCheck.require(acknowledged, log))
        .isInstanceOf(Violation.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aLogThatHoldsEachOnceIsAccepted() {
    assertThatCode(() -> AcknowledgedCheck.require(ALL, LOG)).doesNotThrowAnyException();
  }

  @Test
  void aCommandThatIsMissingIsNamed() {
    refused(ALL, LOG.subList(0, 3), "key-3 was acknowledged at position 3, and the log has 3");
  }

  @Test
  void aCommandInAnotherPlaceIsNamed() {
    List<Entry> log = new ArrayList<>(LOG);
    log.set(1, new Entry("b", "case-3", 0));
    refused(ALL, log, "key-2 was acknowledged as version 0 of case-2 at position 1");
  }

  @Test
  void anEntryThatNobodyWasToldOfIsNamed() {
    refused(List.of(FIRST, OTHER), LOG, "position 2 is version 1 of case-1, which no command");
    List<Entry> twice = new ArrayList<>(LOG);
    twice.add(new Entry("e", "case-2", 1));
    refused(ALL, twice, "position 4 is version 1 of case-2");
  }

  @Test
  void onePositionForTwoCommandsIsNamed() {
    Acknowledged same = new Acknowledged("key-4", "case-2", 0, 1, 0, 1);
    refused(List.of(FIRST, OTHER, SECOND, same), LOG, "key-2 and key-4 were both acknowledged");
  }

  @Test
  void aVersionThatIsTwiceInTheLogIsNamed() {
    List<Entry> log = new ArrayList<>(LOG);
    log.add(new Entry("e", "case-2", 0));
    refused(ALL, log, "position 4 is version 0 of case-2, and 1 was next");
  }
}
