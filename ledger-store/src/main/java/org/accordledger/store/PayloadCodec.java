package org.accordledger.store;

/** How the owner of the events writes them down and reads them back; must be thread-safe. */
public interface PayloadCodec {

  /**
   * Writes an event down.
   *
   * @throws IllegalArgumentException when the object is none of the events this codec knows
   */
  Encoded encode(Object event);

  /**
   * Reads an event, upcast to what the code knows today.
   *
   * @throws RuntimeException when type or revision is unknown; it stops the reader, which must
   *     never pass over an event it does not understand
   */
  Object decode(String type, byte[] payload);

  /**
   * An event as stored.
   *
   * @param type logical name with revision; the part before the first dot is the kind of stream
   * @param payload what the commitment in the log is about
   */
  record Encoded(String type, byte[] payload) {}
}
