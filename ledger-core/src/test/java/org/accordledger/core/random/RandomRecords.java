package org.accordledger.core.random;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.BasketClocks;
import org.accordledger.core.accord.BasketCode;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.accord.TextDigest;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.evidence.ActorLink;
import org.accordledger.core.inquiry.InquiryId;
import org.accordledger.core.series.SeriesId;
import org.jspecify.annotations.Nullable;

/**
 * Makes any record of the domain's value space from a random source, by its components' types:
 * texts full of what JSON must escape, optional components absent half of the time.
 */
public final class RandomRecords {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final List<String> LANGUAGES = List.of("en", "fr", "ru", "pt-BR", "zh-Hant", "de");
  private static final Map<Class<?>, String> PREFIXES =
      Map.of(
          AccordId.class, "accord-",
          CaseId.class, "case-",
          ElectionId.class, "election-",
          InquiryId.class, "inquiry-",
          SeriesId.class, "series-");
  private static final int[] TROUBLE = {
    1, 7, 8, 9, 10, 12, 13, 27, 31, '"', '\\', '/', '<', 127, 0x80, 0xdf, 0x20ac, 0x2028, 0x2029,
    0xfb33, 0xfeff, 0xffff, 0x1f600, 0x10ffff, 'e', 0x301
  };

  private final SplittableRandom random;
  private final boolean full;
  private final boolean readable;

  /**
   * @param random where choices come from
   * @param full whether every optional component is there and every list has something
   */
  public RandomRecords(SplittableRandom random, boolean full) {
    this(random, full, false);
  }

  private RandomRecords(SplittableRandom random, boolean full, boolean readable) {
    this.random = random;
    this.full = full;
    this.readable = readable;
  }

  /** Full records whose texts people can read. */
  public static RandomRecords readable(SplittableRandom random) {
    return new RandomRecords(random, true, true);
  }

  /** A random instance of a record. */
  public <T> T of(Class<T> type) {
    return type.cast(record(type));
  }

  private Object record(Class<?> type) {
    if (type == Occurred.class) {
      return occurred();
    }
    if (type == ActorLink.class) {
      return actorLink();
    }
    if (type == ProcedureRules.class) {
      int size = random.nextInt(3, 12);
      int quorum = random.nextInt(size / 2 + 1, size + 1);
      return new ProcedureRules(
          random.nextInt(1, 99),
          random.nextInt(1, 3651),
          size,
          quorum,
          days(),
          days(),
          days(),
          days(),
          full || random.nextBoolean() ? Map.of(of(BasketCode.class), clocks()) : null);
    }
    if (type == BasketClocks.class) {
      return clocks();
    }
    RecordComponent[] components = type.getRecordComponents();
    if (components.length == 1 && components[0].getName().equals("value")) {
      return make(type, components, new @Nullable Object[] {identifier(type)});
    }
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(type, components[i]);
    }
    return make(type, components, values);
  }

  private @Nullable Object component(Class<?> owner, RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    if (type.isAnnotationPresent(Nullable.class) && !full && random.nextBoolean()) {
      return null;
    }
    return switch (owner.getSimpleName() + "." + component.getName()) {
      case "Exhibit.id" -> word(3);
      case "Claim.number" -> random.nextInt(-99, 99) + "." + random.nextInt(0, 99);
      case "Exhibit.sha256" -> hex(64);
      case "Exhibit.credibility" -> random.nextInt(1, 7);
      case "Allegation.attributionValue" -> random.nextInt(0, 101);
      case "Filing.dated" -> LocalDate.of(1933, 1, 1).plusDays(random.nextInt(20_000));
      default -> value(type);
    };
  }

  private Object value(AnnotatedType annotated) {
    if (annotated instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] of = generic.getAnnotatedActualTypeArguments();
      return rawType(annotated) == Map.class ? map(of[0], of[1]) : list(of[0]);
    }
    Class<?> type = (Class<?>) annotated.getType();
    if (type == String.class) {
      return text();
    }
    if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    }
    if (type == int.class || type == Integer.class) {
      return random.nextInt(1, Integer.MAX_VALUE);
    }
    if (type == long.class || type == Long.class) {
      return random.nextLong(0, 1L << 53);
    }
    if (type == LocalDate.class) {
      return LocalDate.ofEpochDay(random.nextLong(-13_000, 30_000));
    }
    if (type == Instant.class) {
      return Instant.EPOCH
          .plusSeconds(random.nextLong(700_000_000, 4_000_000_000L))
          .plusNanos(1000L * random.nextInt(random.nextBoolean() ? 1 : 1_000_000));
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    return record(type);
  }

  private List<Object> list(AnnotatedType of) {
    List<Object> list = new ArrayList<>();
    for (int i = size(); i > 0; i--) {
      list.add(value(of));
    }
    return list;
  }

  private Map<Object, Object> map(AnnotatedType key, AnnotatedType value) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = size(); i > 0; i--) {
      map.put(value(key), value(value));
    }
    return map;
  }

  private int size() {
    return random.nextInt(full ? 1 : 0, 4);
  }

  private @Nullable Integer days() {
    return full || random.nextBoolean() ? random.nextInt(1, 3651) : null;
  }

  private BasketClocks clocks() {
    return new BasketClocks(random.nextInt(1, 3651), days(), days(), days(), days());
  }

  private Occurred occurred() {
    Occurred.Precision[] all = Occurred.Precision.values();
    Occurred.Precision precision = all[random.nextInt(full ? all.length - 1 : all.length)];
    if (precision == Occurred.Precision.UNKNOWN) {
      return Occurred.unknown();
    }
    LocalDate from = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(36_000));
    boolean open = !full && random.nextBoolean();
    return new Occurred(
        from,
        open ? null : from.plusDays(random.nextInt(99)),
        precision,
        open && random.nextBoolean());
  }

  /** A person's name and any other stand in different places. */
  private ActorLink actorLink() {
    ActorLink.Level[] levels = ActorLink.Level.values();
    ActorLink.Control[] controls = ActorLink.Control.values();
    ActorLink.Level level = levels[random.nextInt(levels.length)];
    boolean named = full || random.nextBoolean();
    boolean person = level == ActorLink.Level.PERSON;
    return new ActorLink(
        level,
        named && !person ? text() : null,
        named && person ? of(ContentRef.class) : null,
        full || random.nextBoolean() ? of(BodyId.class) : null,
        controls[random.nextInt(controls.length)]);
  }

  private String identifier(Class<?> type) {
    if (type == LanguageTag.class) {
      return LANGUAGES.get(random.nextInt(LANGUAGES.size()));
    }
    if (type == ContentRef.class || type == TextDigest.class) {
      return hex(43);
    }
    return PREFIXES.getOrDefault(type, "") + word(random.nextInt(2, 20));
  }

  private String word(int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  private String hex(int length) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < length; i++) {
      hex.append(Character.forDigit(random.nextInt(16), 16));
    }
    return hex.toString();
  }

  private String text() {
    if (readable) {
      return "text " + word(5);
    }
    StringBuilder text = new StringBuilder(full ? "text " : "");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(
          random.nextBoolean() ? TROUBLE[random.nextInt(TROUBLE.length)] : random.nextInt(32, 127));
    }
    return text.toString();
  }

  private static Class<?> rawType(AnnotatedType annotated) {
    return (Class<?>) ((ParameterizedType) annotated.getType()).getRawType();
  }

  private static Object make(
      Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
    Class<?>[] parameters = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
    }
    try {
      return type.getConstructor(parameters).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    }
  }
}
