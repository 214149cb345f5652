package org.accordledger.api.problem;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id that ties an answer to the log lines written while it was made, and to the spans where
 * there are any: the caller's W3C trace id if there is one, else a random one of the same form (32
 * hex digits).
 */
public final class Trace {
  private static final String ATTRIBUTE = Trace.class.getName();
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private Trace() {}

  /** The id of this request; the same at every call. */
  public static String id(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    SpanContext span = Span.current().getSpanContext();
    String id = span.isValid() ? span.getTraceId() : callers(request);
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  private static String callers(HttpServletRequest request) {
    String header = request.getHeader("traceparent");
    Matcher matcher = TRACEPARENT.matcher(header == null ? "" : header);
    return matcher.matches() ? matcher.group(1) : random();
  }

  private static String random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
