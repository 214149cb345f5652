package org.accordledger.api.reads;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.accordledger.api.security.Reader;
import org.accordledger.core.codec.LedgerJson;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How a read leaves: with a strong validator, the position it shows, and how long it may be kept.
 * Spring compares the validator with If-None-Match and answers 304 by itself.
 */
final class Answers {
  /** The position of the log an answer shows. */
  static final String POSITION = "Ledger-Position";

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** How long an answer stays true. */
  enum Keeping {
    /** A read of a past position shows the same bytes for ever. */
    FOR_EVER,
    /** The next event may change it: ask again with its ETag. */
    ASK_AGAIN
  }

  private Answers() {}

  /** A JSON answer; its validator is the digest of its bytes. */
  static <T> ResponseEntity<T> json(T document, long position, Keeping keeping) {
    MessageDigest digest = sha256();
    LedgerJson.mapper()
        .writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), digest), document);
    return answer(MediaType.APPLICATION_JSON, etag(digest.digest()), position, keeping)
        .body(document);
  }

  /** A JSON answer; its validator is the version of its stream, as writes expect it. */
  static <T> ResponseEntity<T> versioned(T document, long version, long position) {
    return answer(MediaType.APPLICATION_JSON, "\"" + version + "\"", position, Keeping.ASK_AGAIN)
        .body(document);
  }

  static ResponseEntity<byte[]> csv(CsvText csv, long position, Keeping keeping) {
    byte[] body = csv.bytes();
    return answer(CSV, etag(sha256().digest(body)), position, keeping).body(body);
  }

  private static ResponseEntity.BodyBuilder answer(
      MediaType type, String etag, long position, Keeping keeping) {
    return ResponseEntity.ok()
        .contentType(type)
        .eTag(etag)
        .cacheControl(cacheControl(keeping))
        .header(POSITION, Long.toString(position))
        .varyBy(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION);
  }

  private static CacheControl cacheControl(Keeping keeping) {
    CacheControl control =
        switch (keeping) {
          case FOR_EVER -> CacheControl.maxAge(Duration.ofDays(365)).immutable();
          case ASK_AGAIN -> CacheControl.noCache();
        };
    return Reader.current().anonymous() ? control.cachePublic() : control.cachePrivate();
  }

  private static String etag(byte[] digest) {
    return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "\"";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
