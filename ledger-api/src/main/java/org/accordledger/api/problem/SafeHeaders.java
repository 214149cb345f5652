package org.accordledger.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * The headers that keep a browser safe. Spring Security sends them with every request it sees; a
 * problem carries them also where the server turned the request away before.
 */
public final class SafeHeaders {
  /** Pages are plain HTML with the ledger's own styles and scripts, and post nowhere else. */
  public static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** What no page needs. */
  public static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=()";

  private static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy", CONTENT_POLICY,
          "Permissions-Policy", PERMISSIONS,
          "Cross-Origin-Opener-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY");

  private SafeHeaders() {}

  static void addTo(HttpServletResponse response) {
    ALL.forEach(
        (name, value) -> {
          if (!response.containsHeader(name)) {
            response.setHeader(name, value);
          }
        });
  }
}
