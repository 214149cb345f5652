package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.accordledger.core.random.RandomRecords;
import org.accordledger.core.random.SealedKinds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which events release a party from what it owes. */
class ReleaseEventsTest {
  private static final List<Release> STANDING =
      List.of(
          new Release(
              Release.Kind.SUSPENSION, NORTH, QUIET, LocalDate.parse("2015-01-01"), null, null));

  private static final Set<Class<? extends ObservanceEvent>> RELEASING =
      Set.of(
          ObservanceEvent.PerformanceSuspended.class,
          ObservanceEvent.PartyWithdrew.class,
          ObservanceEvent.AccordTerminated.class);

  static Stream<Class<?>> kinds() {
    return SealedKinds.of(ObservanceEvent.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_event_releases_a_party_or_leaves_every_release_as_it_is(
      Class<? extends ObservanceEvent> kind) {
    ObservanceEvent event = RandomRecords.readable(new SplittableRandom(11)).of(kind);

    assertThat(Release.after(STANDING, event)).hasSize(RELEASING.contains(kind) ? 2 : 1);
    assertThat(Release.after(STANDING, event)).containsAll(STANDING);
  }
}
