package org.accordledger.store.publish;

import java.net.URI;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.VerifierKey;

/**
 * A witness this log asks.
 *
 * @param submission prefix of its addresses, http or https; {@code /add-checkpoint} is put behind
 *     it. Nothing else is ever called, and no redirect is followed.
 * @param key with which its lines are verified, of the type {@link SignatureType#COSIGNATURE_V1}
 */
public record Witness(URI submission, VerifierKey key) {
  public Witness {
    boolean callable =
        ("http".equals(submission.getScheme()) || "https".equals(submission.getScheme()))
            && submission.getHost() != null
            && submission.getRawQuery() == null
            && submission.getRawFragment() == null;
    if (!callable) {
      throw new IllegalArgumentException(
          "a witness has an http or https address without query, not '%s'".formatted(submission));
    }
    if (key.type() != SignatureType.COSIGNATURE_V1) {
      throw new IllegalArgumentException(key + " is not the key of a witness");
    }
  }

  URI addCheckpoint() {
    String prefix = submission.toString();
    return URI.create(prefix + (prefix.endsWith("/") ? "" : "/") + "add-checkpoint");
  }
}
