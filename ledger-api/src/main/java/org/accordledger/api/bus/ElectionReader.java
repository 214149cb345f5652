package org.accordledger.api.bus;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.election.Election;
import org.accordledger.core.election.ElectionEvent;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.election.ElectionSource;
import org.accordledger.store.StoredEvent;

/**
 * Reads an election from its stream, each time anew: what a case is decided on has to be the last
 * that was recorded. Not through Axon's repository, whose locks a case must not wait for.
 */
public final class ElectionReader implements ElectionSource {
  private final Function<String, List<StoredEvent>> streams;
  private final EventCodec codec;

  /**
   * @param streams gives the events of a stream from its first one on; none if there is no such one
   */
  public ElectionReader(Function<String, List<StoredEvent>> streams, EventCodec codec) {
    this.streams = streams;
    this.codec = codec;
  }

  @Override
  public Optional<Election> find(ElectionId election) {
    Election state = null;
    for (StoredEvent stored : streams.apply(election.value())) {
      state = Election.evolve(state, (ElectionEvent) codec.decode(stored.type(), stored.payload()));
    }
    return Optional.ofNullable(state);
  }
}
