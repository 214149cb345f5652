package org.accordledger.projections;

import java.util.List;
import java.util.stream.Stream;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.golden.RecordedStreams;
import org.accordledger.core.random.MemoryLedger;
import org.accordledger.core.random.Shrinking;
import org.junit.jupiter.api.Named;

/** The logs that a property of a projection has to hold for. */
@FunctionalInterface
public interface Logs {
  /**
   * Checks a property of every one of them.
   *
   * @throws AssertionError if it does not hold; for random logs with the seed and the shortest
   *     sequence of commands found that breaks it
   */
  void check(Property property);

  /** What has to hold; whatever it throws, it does not. */
  @FunctionalInterface
  interface Property {
    /**
     * Throws unless it holds.
     *
     * @param log not empty, positions from 0
     */
    void holdsFor(List<Recorded<? extends LedgerEvent>> log) throws Exception;
  }

  /** What follows from random sequences of commands, and each recorded stream. */
  static Stream<Named<Logs>> all() {
    return Stream.concat(
        Stream.of(Named.of("random", Logs::random)),
        RecordedStreams.names().stream()
            .map(name -> Named.of(name, property -> check(property, RecordedStreams.log(name)))));
  }

  private static void random(Property property) {
    Shrinking.forAll(2, 350, commands -> check(property, MemoryLedger.of(commands).log()));
  }

  private static void check(Property property, List<Recorded<LedgerEvent>> log) {
    if (log.isEmpty()) {
      return;
    }
    try {
      property.holdsFor(List.copyOf(log));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
