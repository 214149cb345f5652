package org.accordledger.api.bus;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.AccordTermsSource;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.AppendListener;
import org.accordledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads the terms of an accord from its stream and keeps them until the stream grows. Not through
 * Axon's repository: a case that waited for the accord's lock could deadlock with another.
 *
 * <p>What is kept is a reading and not its result, and it is kept before it begins. An append drops
 * the reading, so whoever asks after the append reads anew, even while the old reading is still
 * under way; and dropping it waits for nobody, which the committer must not do.
 */
public final class AccordTermsReader implements AccordTermsSource, AppendListener {
  private static final long KEPT = 1_000;

  private final Function<String, List<StoredEvent>> streams;
  private final EventCodec codec;
  private final Cache<String, Reading> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  /**
   * @param streams gives the events of a stream from its first one on; none if there is no such one
   */
  public AccordTermsReader(Function<String, List<StoredEvent>> streams, EventCodec codec) {
    this.streams = streams;
    this.codec = codec;
  }

  @Override
  public AccordTerms termsOf(AccordId accord) {
    return known.get(accord.value(), Reading::new).terms();
  }

  private AccordTerms read(String accord) {
    Accord state = null;
    for (StoredEvent stored : streams.apply(accord)) {
      state = Accord.evolve(state, (AccordEvent) codec.decode(stored.type(), stored.payload()));
    }
    if (state == null) {
      throw new Refused(AccordRefusal.UNKNOWN_ACCORD, "there is no " + accord + ": draft it first");
    }
    return state.terms();
  }

  @Override
  public void appended(Set<String> streamIds) {
    known.invalidateAll(streamIds);
  }

  @Override
  public void appendedElsewhere() {
    known.invalidateAll();
  }

  /** Reads once for all who ask; who finds that it failed tries again. */
  private final class Reading {
    private final String accord;
    private @Nullable AccordTerms terms;

    Reading(String accord) {
      this.accord = accord;
    }

    synchronized AccordTerms terms() {
      AccordTerms done = terms;
      if (done == null) {
        done = read(accord);
        terms = done;
      }
      return done;
    }
  }
}
