package org.accordledger.api.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;

/** The header fields every write needs. */
public final class WriteHeaders {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Pattern ETAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

  /** The preference (RFC 7240) of a client that wants its receipt with the answer. */
  public static final String WAIT_PUBLISHED = "wait=published";

  private WriteHeaders() {}

  /** Whether the client wants to wait until its write is published. */
  public static boolean waitsForPublication(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Prefer")).stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(preference -> preference.replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT))
        .anyMatch(WAIT_PUBLISHED::equals);
  }

  /**
   * The client's name for this wish.
   *
   * @throws org.accordledger.api.problem.ProblemException if there is none
   */
  public static String idempotencyKey(HttpServletRequest request) {
    String key = request.getHeader("Idempotency-Key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw Problem.of(
              ProblemCode.IDEMPOTENCY_KEY_MISSING,
              key == null ? "There is none." : "The one sent has another form.")
          .toException();
    }
    return key;
  }

  /**
   * The version of the stream the client has seen.
   *
   * @throws org.accordledger.api.problem.ProblemException if there is none, or if it is not the
   *     strong ETag of a version: what the client saw is then unknown, so it counts as stale
   */
  public static long expectedVersion(HttpServletRequest request) {
    String header = request.getHeader("If-Match");
    if (header == null) {
      throw Problem.of(ProblemCode.IF_MATCH_MISSING, "There is none.").toException();
    }
    Matcher matcher = ETAG.matcher(header.strip());
    if (!matcher.matches()) {
      throw Problem.of(
              ProblemCode.STALE_VERSION,
              "If-Match must be the ETag of one version, for example \"3\", in its quotes.")
          .toException();
    }
    return Long.parseLong(matcher.group(1));
  }
}
