package org.accordledger.store;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/**
 * Gives Axon's messages UUIDv7 identifiers (found as a service by Axon), so that an event has one
 * identifier in the framework and in the log.
 */
public final class EventIds extends IdentifierFactory {
  private static final int UUID_LENGTH = 36;

  @Override
  public String generateIdentifier() {
    return next().toString();
  }

  /** The message's identifier where it can stand in a leaf, else a new one. */
  static UUID of(String messageIdentifier) {
    if (messageIdentifier.length() == UUID_LENGTH && messageIdentifier.charAt(14) == '7') {
      try {
        UUID id = UUID.fromString(messageIdentifier);
        if (id.toString().equals(messageIdentifier)) {
          return id;
        }
      } catch (IllegalArgumentException e) {
        return next();
      }
    }
    return next();
  }

  private static UUID next() {
    return UuidCreator.getTimeOrderedEpochFast();
  }
}
