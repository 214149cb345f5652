package org.accordledger.api.log;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.accordledger.log.proof.Receipt;
import org.accordledger.store.publish.LogContradiction;
import org.accordledger.store.publish.LogPublisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Proofs that an event is in the published log (c2sp.org/tlog-proof). */
@Component
public final class Receipts {
  private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final LogPublisher publisher;

  Receipts(LogPublisher publisher) {
    this.publisher = publisher;
  }

  /** The receipt of an event under the latest checkpoint; empty while it is not published. */
  public Optional<String> find(long position) {
    return publisher.receipt(position).map(Receipts::text);
  }

  /**
   * Waits for the event to be published, at most ten seconds; empty if it was not, or cannot be
   * proven at the moment: the event is durable all the same.
   */
  public Optional<String> await(long position) {
    try {
      return publisher.awaitPublished(position, LIMIT) ? find(position) : Optional.empty();
    } catch (LogContradiction | UncheckedIOException e) {
      LOG.error("There is no receipt for position {}: {}", position, e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String text(Receipt receipt) {
    return new String(receipt.bytes(), StandardCharsets.UTF_8);
  }
}
