package org.accordledger.api.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address that someone filed: a link only if it is http or https, so that following it can run
 * nothing; otherwise it is shown as text.
 */
record OutsideLink(@Nullable String href, @Nullable String host, @Nullable String text) {
  private static final Set<String> FOLLOWED = Set.of("http", "https");
  private static final OutsideLink NONE = new OutsideLink(null, null, null);

  static OutsideLink of(@Nullable String filed) {
    if (filed == null) {
      return NONE;
    }
    try {
      URI uri = new URI(filed);
      String scheme = uri.getScheme();
      if (scheme != null
          && FOLLOWED.contains(scheme.toLowerCase(Locale.ROOT))
          && uri.getHost() != null) {
        return new OutsideLink(filed, uri.getHost(), null);
      }
    } catch (URISyntaxException e) {
      return new OutsideLink(null, null, filed);
    }
    return new OutsideLink(null, null, filed);
  }
}
