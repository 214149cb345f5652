package org.accordledger.core.random;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.accordledger.core.LedgerCommand;
import org.jspecify.annotations.Nullable;

/** Checks properties of random command sequences, and shrinks a sequence that breaks one. */
public final class Shrinking {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);

  private Shrinking() {}

  /**
   * Checks a property of as many sequences. One that breaks it is shrunk for some minutes at most:
   * a property may take long to fail.
   *
   * @param property throws an {@link AssertionError} or any exception if it does not hold
   * @throws AssertionError with the seed and the shortest failing sequence found
   */
  public static void forAll(
      int sequences, int commands, Consumer<? super List<LedgerCommand>> property) {
    long first = Seeds.next();
    for (long seed = first; seed < first + sequences; seed++) {
      List<LedgerCommand> sequence = RandomCommands.sequence(seed, commands);
      if (failure(property, sequence) != null) {
        long end = System.nanoTime() + LONGEST;
        List<LedgerCommand> least =
            shrink(sequence, part -> System.nanoTime() < end && failure(property, part) != null);
        throw new AssertionError(
            "%s, of %d commands %d are enough:%n%s"
                .formatted(
                    Seeds.again(seed),
                    sequence.size(),
                    least.size(),
                    least.stream().map(Object::toString).collect(Collectors.joining("\n"))),
            failure(property, least));
      }
    }
  }

  /**
   * Drops what is not needed to fail: larger pieces first, then single elements, until no single
   * one can be dropped.
   *
   * @param fails true of the whole list
   */
  static <T> List<T> shrink(List<T> failing, Predicate<? super List<T>> fails) {
    List<T> least = failing;
    int piece = Math.max(1, failing.size() / 2);
    while (true) {
      int before = least.size();
      for (int from = 0; from < least.size(); ) {
        List<T> without = new ArrayList<>(least.subList(0, from));
        without.addAll(least.subList(Math.min(from + piece, least.size()), least.size()));
        if (fails.test(without)) {
          least = without;
        } else {
          from += piece;
        }
      }
      if (piece == 1 && least.size() == before) {
        return least;
      }
      piece = Math.max(1, piece / 2);
    }
  }

  private static <T> @Nullable Throwable failure(Consumer<? super T> property, T value) {
    try {
      property.accept(value);
      return null;
    } catch (AssertionError | RuntimeException e) {
      return e;
    }
  }
}
