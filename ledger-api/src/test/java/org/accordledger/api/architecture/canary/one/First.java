package org.accordledger.api.architecture.canary.one;

import org.accordledger.api.architecture.canary.two.Second;
import org.jspecify.annotations.Nullable;

/** Breaks the rules on purpose: a circle of two features, and a feature that reads tokens. */
public final class First {
  private First() {}

  static @Nullable Second second() {
    return null;
  }

  static Class<?> tokens() {
    return org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector
        .class;
  }
}
