package org.accordledger.projections;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enum constants as the tables hold them: lower-case snake, as in the API. */
public final class Codes {
  private Codes() {}

  /** The code of a constant; null for null. */
  public static @Nullable String codeOrNull(@Nullable Enum<?> constant) {
    return constant == null ? null : code(constant);
  }

  public static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  public static String[] codes(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(Codes::code).toArray(String[]::new);
  }

  public static <E extends Enum<E>> E parse(Class<E> type, String code) {
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
  }

  /** The constant of a code; null for null. */
  public static <E extends Enum<E>> @Nullable E parseOrNull(Class<E> type, @Nullable String code) {
    return code == null ? null : parse(type, code);
  }
}
