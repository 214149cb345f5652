package org.accordledger.bench.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.accordledger.bench.system.FeedCheck.Fed;
import org.junit.jupiter.api.Test;

/** The check sees each way in which a topic can fail its consumers, and excuses repetitions. */
class FeedCheckTest {
  private static final List<Entry> LOG =
      List.of(
          new Entry("a", "case-1", 0), new Entry("b", "case-2", 0), new Entry("c", "case-1", 1));

  private static Fed fed(int partition, int position) {
    return new Fed(partition, position, LOG.get(position));
  }

  private static void refused(List<Fed> records, String sentence) {
    assertThatThrownBy(() -> FeedCheck.require(records, LOG))
        .isInstanceOf(Violation.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aTopicThatHoldsEverythingIsAcceptedAndItsRepetitionsAreCounted() {
    assertThat(FeedCheck.require(List.of(fed(0, 0), fed(1, 1), fed(0, 2)), LOG)).isZero();
    assertThat(
            FeedCheck.require(List.of(fed(0, 0), fed(0, 2), fed(0, 0), fed(0, 2), fed(1, 1)), LOG))
        .isEqualTo(2);
  }

  @Test
  void aPositionThatIsMissingIsNamed() {
    refused(List.of(fed(0, 0), fed(0, 2)), "does not hold position 1");
  }

  @Test
  void aPositionThatComesOnlyBehindAHigherOneIsNamed() {
    refused(List.of(fed(0, 2), fed(0, 0), fed(1, 1)), "position 0 behind a higher one");
  }

  @Test
  void aRecordThatSaysSomethingElseIsNamed() {
    refused(
        List.of(fed(0, 0), new Fed(1, 1, new Entry("x", "case-2", 0))),
        "at position 1, and the log");
    refused(List.of(new Fed(0, 3, new Entry("d", "case-1", 2))), "the log ends at 2");
  }
}
