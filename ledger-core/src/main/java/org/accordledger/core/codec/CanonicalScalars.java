package org.accordledger.core.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.accordledger.core.InvalidValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Scalars that have exactly one spelling, so that what is read back is what was written; no number
 * that a reader holding it as an IEEE double would change and no text that is not Unicode (RFC
 * 8785, RFC 7493), nor one with U+0000, which PostgreSQL's text cannot hold.
 */
final class CanonicalScalars extends SimpleModule {
  private static final long serialVersionUID = 1L;
  private static final long LARGEST = (1L << 53) - 1;

  CanonicalScalars() {
    super("canonical-scalars");
    addSerializer(new Text<>(Instant.class, CanonicalTimes::write));
    addSerializer(new Text<>(LocalDate.class, CanonicalTimes::write));
    addSerializer(Long.class, new Whole(Long.class));
    addSerializer(long.class, new Whole(long.class));
    addSerializer(new Text<>(String.class, CanonicalScalars::wellFormed));
    addDeserializer(long.class, new FromWhole(long.class));
    addDeserializer(Long.class, new FromWhole(Long.class));
    addDeserializer(
        String.class,
        new FromText<>(String.class, CanonicalScalars::wellFormed, "must be a string"));
    addKeyDeserializer(String.class, new FromKey());
    addDeserializer(
        Instant.class,
        new FromText<>(
            Instant.class,
            CanonicalTimes::time,
            "must be a UTC time with six digits after the second: 2020-01-31T12:00:00.000000Z"));
    addDeserializer(
        LocalDate.class,
        new FromText<>(LocalDate.class, CanonicalTimes::day, "must be a day: 2020-01-31"));
  }

  /** Gives the text back, or refuses it. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !pair)) {
        throw new InvalidValue("text", "must be Unicode without U+0000");
      }
      i += pair ? 1 : 0;
    }
    return text;
  }

  private static long whole(long number) {
    if (number > LARGEST || number < -LARGEST) {
      throw new InvalidValue("number", "must be between -" + LARGEST + " and " + LARGEST);
    }
    return number;
  }

  private static final class Text<T> extends StdSerializer<T> {
    private final Function<T, String> write;

    Text(Class<T> type, Function<T, String> write) {
      super(type);
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
      json.writeString(write.apply(value));
    }
  }

  private static final class Whole extends StdSerializer<Long> {
    Whole(Class<Long> type) {
      super(type);
    }

    @Override
    public void serialize(Long value, JsonGenerator json, SerializationContext context) {
      json.writeNumber(whole(value));
    }
  }

  private static final class FromText<T> extends StdScalarDeserializer<T> {
    private final transient Function<String, T> read;
    private final String expectation;

    FromText(Class<T> type, Function<String, T> read, String expectation) {
      super(type);
      this.read = read;
      this.expectation = expectation;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        try {
          return read.apply(json.getString());
        } catch (DateTimeException e) {
          throw (RuntimeException)
              context.weirdStringException(json.getString(), handledType(), expectation);
        }
      }
      return context.reportInputMismatch(this, expectation);
    }
  }

  private static final class FromWhole extends StdScalarDeserializer<Long> {
    FromWhole(Class<Long> type) {
      super(type);
    }

    @Override
    public Long deserialize(JsonParser json, DeserializationContext context) {
      return json.currentToken() == JsonToken.VALUE_NUMBER_INT
          ? whole(json.getLongValue())
          : context.reportInputMismatch(this, "must be a whole number");
    }
  }

  private static final class FromKey extends KeyDeserializer {
    @Override
    public String deserializeKey(String key, DeserializationContext context) {
      return wellFormed(key);
    }
  }
}
