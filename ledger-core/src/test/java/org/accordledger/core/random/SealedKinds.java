package org.accordledger.core.random;

import java.util.stream.Stream;

/** The records behind a sealed interface, through whatever interfaces divide it. */
public final class SealedKinds {
  private SealedKinds() {}

  /** Every record that is one, directly or not. */
  public static Stream<Class<?>> of(Class<?> sealed) {
    return Stream.<Class<?>>of(sealed.getPermittedSubclasses())
        .flatMap(kind -> kind.isSealed() ? of(kind) : Stream.of(kind));
  }
}
