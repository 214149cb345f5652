package org.accordledger.api.reads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.api.problem.ProblemException;
import org.accordledger.core.BodyId;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.PositionNotApplied;
import org.accordledger.projections.docket.DocketFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters. One that is absent or empty (an untouched field of a form) means its
 * default; one that is wrong is refused by name.
 */
public final class Parameters {
  private static final int MOST = 200;
  private static final int USUAL = 50;

  /** Places are ids and days: anything else is no cursor of ours, and may be no text at all. */
  private static final String PLACE = "[ -~]+";

  private Parameters() {}

  /**
   * The point of the ledger that {@code as_of} names: a position, an RFC 3339 time, or a date,
   * which means the end of that day in UTC.
   */
  public static AsOf asOf(@Nullable String text) {
    return asOf("as_of", text);
  }

  /** A point of the ledger, as {@link #asOf(String)} reads it, of a parameter of another name. */
  static AsOf asOf(String name, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return AsOf.head();
    }
    try {
      if (text.matches("[0-9]{1,18}")) {
        return AsOf.position(Long.parseLong(text));
      }
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        Instant nextDay =
            LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return AsOf.time(nextDay.minus(1, ChronoUnit.MICROS));
      }
      return AsOf.time(OffsetDateTime.parse(plain(text)).toInstant());
    } catch (DateTimeException e) {
      throw wrong(name, "must be a position, an RFC 3339 time or a date, for example 2020-06-30");
    }
  }

  /**
   * The incident months that {@code incidents} names: {@code 2016-01..2016-12}, either end open.
   */
  public static Period incidents(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return new Period(null, null);
    }
    int dots = text.indexOf("..");
    try {
      if (dots < 0) {
        YearMonth only = YearMonth.parse(plain(text));
        return new Period(only, only);
      }
      return new Period(month(text.substring(0, dots)), month(text.substring(dots + 2)));
    } catch (DateTimeException | InvalidValue e) {
      throw wrong("incidents", "must be months in order, for example 2016-01..2016-12");
    }
  }

  /** Refuses years outside 0 to 9999, which Java reads after a sign and nothing here can hold. */
  private static String plain(String text) {
    if (!text.matches("[0-9]{4}-.*")) {
      throw new DateTimeException(text);
    }
    return text;
  }

  private static @Nullable YearMonth month(String text) {
    return text.isEmpty() ? null : YearMonth.parse(plain(text));
  }

  /** A positive number; null if absent. */
  public static @Nullable Integer number(String name, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw wrong(name, "must be a whole number from 1");
    }
    return Integer.valueOf(text);
  }

  /** A position; null if absent. */
  public static @Nullable Long position(String name, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw wrong(name, "must be a position: a whole number from 0");
    }
    return Long.valueOf(text);
  }

  /** How many entries a page may have. */
  public static int limit(@Nullable String text) {
    Integer limit = number("limit", text);
    if (limit != null && limit > MOST) {
      throw wrong("limit", "must be 1 to " + MOST);
    }
    return limit == null ? USUAL : limit;
  }

  /** An identifier; null if absent. */
  public static <T> @Nullable T id(
      String name, @Nullable String text, Function<String, T> constructor) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return constructor.apply(text);
    } catch (InvalidValue e) {
      throw wrong(name, "is not valid: " + e.getMessage());
    }
  }

  /** An identifier that is part of the path: one of another form names nothing. */
  public static <T> T inPath(String text, Function<String, T> constructor) {
    try {
      return constructor.apply(text);
    } catch (InvalidValue e) {
      throw notFound("No id has the form of " + text + ".");
    }
  }

  /** A constant by its code, for example {@code before_panel}; null if absent. */
  public static <E extends Enum<E>> @Nullable E code(
      String name, @Nullable String text, Class<E> type) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    List<E> all = Arrays.asList(type.getEnumConstants());
    return all.stream()
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    name,
                    "must be one of "
                        + String.join(
                            ", ",
                            all.stream()
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .toList())));
  }

  /** The cases that query parameters ask for. */
  public static DocketFilter docket(
      @Nullable String accord,
      @Nullable String respondent,
      @Nullable String clause,
      @Nullable String stage,
      @Nullable String incidents) {
    return new DocketFilter(
        id("accord", accord, AccordId::new),
        id("respondent", respondent, BodyId::new),
        null,
        id("clause", clause, ClauseCode::new),
        code("stage", stage, Stage.class),
        incidents(incidents));
  }

  /** The text of an absent or empty parameter is null. */
  public static @Nullable String text(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** A cursor that says nothing to its reader. */
  static String encoded(String place) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
  }

  static String decoded(String cursor) {
    try {
      String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      if (!place.matches(PLACE)) {
        throw notOurs();
      }
      return place;
    } catch (IllegalArgumentException e) {
      throw notOurs();
    }
  }

  /** The cursor is refused. */
  static ProblemException notOurs() {
    return wrong("cursor", "must be one that an earlier page gave");
  }

  /** A year; null if absent. */
  static @Nullable Integer year(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{4}")) {
      throw wrong("year", "must be a year, for example 2016");
    }
    return Integer.valueOf(text);
  }

  /** The parameter of this name is refused: it {@code expectation}. */
  public static ProblemException wrong(String name, String expectation) {
    return Problem.of(
            ProblemCode.INVALID_PARAMETER, "The parameter " + name + " " + expectation + ".")
        .with("parameter", name)
        .toException();
  }

  /** Calls a query, and says what it finds wrong in the words of the request. */
  static <T> T refusing(Supplier<T> query) {
    try {
      return query.get();
    } catch (PositionNotApplied e) {
      throw beyond(e.position(), e.applied());
    } catch (InvalidValue e) {
      throw Problem.of(ProblemCode.INVALID_PARAMETER, "The parameter " + e.getMessage() + ".")
          .with("parameter", e.field())
          .toException();
    }
  }

  static ProblemException beyond(long asked, long head) {
    return wrong("as_of", "names position " + asked + ", and the last one is " + head);
  }

  static ProblemException notFound(String what) {
    return Problem.of(ProblemCode.NOT_FOUND, what).toException();
  }
}
