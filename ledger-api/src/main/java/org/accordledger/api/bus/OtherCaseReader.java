package org.accordledger.api.bus;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.accordledger.core.cases.Case;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.OtherCase;
import org.accordledger.core.cases.OtherCaseSource;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.StoredEvent;

/**
 * Reads what one case has to know of another from the other's stream, each time anew: it is asked
 * for seldom and has to be right. Not through Axon's repository: two cases that name each other
 * could wait for each other's locks.
 */
public final class OtherCaseReader implements OtherCaseSource {
  private final Function<String, List<StoredEvent>> streams;
  private final EventCodec codec;

  /**
   * @param streams gives the events of a stream from its first one on; none if there is no such one
   */
  public OtherCaseReader(Function<String, List<StoredEvent>> streams, EventCodec codec) {
    this.streams = streams;
    this.codec = codec;
  }

  @Override
  public Optional<OtherCase> find(CaseId caseId) {
    Case state = null;
    for (StoredEvent stored : streams.apply(caseId.value())) {
      state = Case.evolve(state, (CaseEvent) codec.decode(stored.type(), stored.payload()));
    }
    return Optional.ofNullable(state).map(OtherCase::of);
  }
}
