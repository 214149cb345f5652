package org.accordledger.api.bus;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Set;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.AccordTermsSource;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.AppendListener;
import org.accordledger.store.EventReader;
import org.accordledger.store.StoredEvent;

/**
 * Reads the terms of an accord from its stream and keeps them until the stream grows. Not through
 * Axon's repository: a case that waited for the accord's lock could deadlock with another.
 */
public final class AccordTermsReader implements AccordTermsSource, AppendListener {
  private static final long KEPT = 1_000;

  private final EventReader events;
  private final EventCodec codec;
  private final LoadingCache<String, AccordTerms> known;

  public AccordTermsReader(EventReader events, EventCodec codec) {
    this.events = events;
    this.codec = codec;
    this.known = Caffeine.newBuilder().maximumSize(KEPT).build(this::read);
  }

  @Override
  public AccordTerms termsOf(AccordId accord) {
    return known.get(accord.value());
  }

  private AccordTerms read(String accord) {
    Accord state = null;
    for (StoredEvent stored : events.readStream(accord, 0)) {
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
}
