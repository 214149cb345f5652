package org.accordledger.api;

import org.accordledger.core.LedgerEvent;
import org.accordledger.core.codec.EncodedEvent;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.PayloadCodec;

/** The domain's codec, as the store knows it. */
final class EventPayloads implements PayloadCodec {
  private final EventCodec codec;

  EventPayloads(EventCodec codec) {
    this.codec = codec;
  }

  @Override
  public Encoded encode(Object event) {
    if (event instanceof LedgerEvent known) {
      EncodedEvent encoded = codec.encode(known);
      return new Encoded(encoded.type(), encoded.payload());
    }
    throw new IllegalArgumentException(event.getClass() + " is no event of the ledger");
  }

  @Override
  public Object decode(String type, byte[] payload) {
    return codec.decode(type, payload);
  }
}
