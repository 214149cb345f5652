package org.accordledger.projections;

import java.time.Duration;
import org.accordledger.core.InvalidValue;

/**
 * How projections run.
 *
 * @param batchSize most events applied in one transaction, 1 to 1000; default 1000. Smaller is
 *     slower, never wrong
 * @param claimTimeout after which another node may take over a projection whose node has fallen
 *     silent; default 5 seconds, at least 1 second. Too short and busy nodes take projections from
 *     each other, which costs time and never correctness
 * @param views where their rows are; default that of this version. The connections they are given
 *     have to look there
 */
public record ProjectionSettings(int batchSize, Duration claimTimeout, ViewsSchema views) {
  public ProjectionSettings {
    if (batchSize < 1 || batchSize > 1000) {
      throw new InvalidValue("projections.batch_size", "must be 1 to 1000");
    }
    if (claimTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidValue("projections.claim_timeout", "must be at least 1 second");
    }
  }

  public static ProjectionSettings defaults() {
    return new ProjectionSettings(1000, Duration.ofSeconds(5), ViewsSchema.current());
  }

  /** The same with another batch size. */
  public ProjectionSettings withBatchSize(int size) {
    return new ProjectionSettings(size, claimTimeout, views);
  }

  /** The same with other claims. */
  public ProjectionSettings withClaimTimeout(Duration timeout) {
    return new ProjectionSettings(batchSize, timeout, views);
  }

  /** The same with rows elsewhere. */
  public ProjectionSettings withViews(ViewsSchema schema) {
    return new ProjectionSettings(batchSize, claimTimeout, schema);
  }
}
