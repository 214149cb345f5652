package org.accordledger.core.random;

import java.util.List;
import java.util.stream.Stream;

/** The records of a sealed family, however many interfaces lie between. */
public final class Leaves {
  private Leaves() {}

  public static List<Class<?>> of(Class<?> family) {
    return leaves(family).toList();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(Leaves::leaves)
        : Stream.of(type);
  }
}
