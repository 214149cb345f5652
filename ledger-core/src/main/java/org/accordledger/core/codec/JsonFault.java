package org.accordledger.core.codec;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.core.InvalidValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * What is wrong with a JSON text, in the words of its writer and without a Java class name.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole text
 * @param reason what was expected there, a half sentence: {@code must be a day: 2020-01-31}
 */
public record JsonFault(String pointer, String reason) {
  // a key's own refusal reaches us only as text: "... problem: (exception's class) message"
  private static final String KEY_PROBLEM = "problem: (";

  /** Reads the fault out of Jackson's exception. */
  public static JsonFault of(JacksonException e) {
    String pointer = e.getPath().stream().map(JsonFault::step).collect(Collectors.joining());
    return new JsonFault(pointer + refusedField(e), reason(e));
  }

  /** What a whole record refuses about one of its fields: Jackson's path ends at the record. */
  private static String refusedField(JacksonException e) {
    InvalidValue invalid = invalidValue(e);
    if (invalid == null || !(e instanceof ValueInstantiationException refusal)) {
      return "";
    }
    Class<?> type = refusal.getType().getRawClass();
    String field = invalid.field().substring(invalid.field().lastIndexOf('.') + 1);
    boolean own =
        type.isRecord()
            && !RecordConventions.isSingleValue(type)
            && Stream.of(type.getRecordComponents())
                .anyMatch(component -> snakeCase(component.getName()).equals(field));
    return own ? "/" + field : "";
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static String step(JacksonException.Reference reference) {
    String name = reference.getPropertyName();
    return "/" + (name == null ? reference.getIndex() : name.replace("~", "~0").replace("/", "~1"));
  }

  private static String reason(JacksonException e) {
    InvalidValue invalid = invalidValue(e);
    if (invalid != null) {
      return "is refused: " + invalid.getMessage();
    }
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          "is not known here; known are " + known(unknown);
      case InvalidNullException _ -> "must not be null";
      case InvalidFormatException format -> format(format);
      case MismatchedInputException mismatch -> mismatch(mismatch);
      default ->
          "is not readable as JSON at line %d, column %d: %s"
              .formatted(
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr(),
                  e.getOriginalMessage());
    };
  }

  private static @Nullable InvalidValue invalidValue(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidValue invalid) {
        return invalid;
      }
    }
    return null;
  }

  private static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds() == null
        ? "none"
        : e.getKnownPropertyIds().stream()
            .map(String::valueOf)
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private static String format(InvalidFormatException e) {
    Class<?> target = e.getTargetType();
    if (target != null && target.isEnum()) {
      return "must be one of "
          + Stream.of(target.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
    }
    return mismatch(e);
  }

  private static String mismatch(MismatchedInputException e) {
    String said = e.getOriginalMessage();
    if (said.startsWith("Missing required")) {
      return "is required";
    }
    int key = said.indexOf(KEY_PROBLEM);
    if (key >= 0) {
      return "has a key that is refused: " + said.substring(said.indexOf(") ", key) + 2);
    }
    int own = said.indexOf("must be ");
    return own >= 0 ? said.substring(own) : "must be " + kind(e.getTargetType());
  }

  private static String kind(@Nullable Class<?> target) {
    if (target == null) {
      return "another kind of value";
    }
    if (target == String.class || target.isEnum() || RecordConventions.isSingleValue(target)) {
      return "a string";
    }
    if (List.of(int.class, Integer.class, long.class, Long.class).contains(target)) {
      return "a whole number";
    }
    if (target == boolean.class || target == Boolean.class) {
      return "true or false";
    }
    return Iterable.class.isAssignableFrom(target) ? "a list" : "an object";
  }
}
