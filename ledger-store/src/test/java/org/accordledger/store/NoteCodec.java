package org.accordledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes {@link Noted} as its text, under {@code note.noted.v1}. */
final class NoteCodec implements PayloadCodec {
  static final String TYPE = "note.noted.v1";

  @Override
  public Encoded encode(Object event) {
    if (event instanceof Noted noted) {
      return new Encoded(TYPE, noted.text().getBytes(UTF_8));
    }
    throw new IllegalArgumentException("not a note: " + event);
  }

  @Override
  public Object decode(String type, byte[] payload) {
    if (!type.equals(TYPE)) {
      throw new IllegalStateException("nobody here knows " + type);
    }
    return new Noted(new String(payload, UTF_8));
  }
}
