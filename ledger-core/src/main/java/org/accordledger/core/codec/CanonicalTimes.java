package org.accordledger.core.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.accordledger.core.InvalidValue;

/**
 * Days and times in their one spelling. Read by hand: replay reads two of them with every event,
 * and the JDK's parser takes a fifth of the time of a whole event.
 */
final class CanonicalTimes {
  private static final int DAY_LENGTH = 10;
  private static final int TIME_LENGTH = 27;

  private CanonicalTimes() {}

  static String write(Instant at) {
    String text = at.toString();
    return switch (text.length()) {
      case 20 -> text.substring(0, 19) + ".000000Z";
      case 24 -> text.substring(0, 23) + "000Z";
      case TIME_LENGTH -> text;
      default -> throw new InvalidValue("time", "must be whole microseconds of years 0 to 9999");
    };
  }

  static String write(LocalDate day) {
    String text = day.toString();
    if (text.length() != DAY_LENGTH) {
      throw new InvalidValue("day", "must be of years 0 to 9999");
    }
    return text;
  }

  /**
   * Reads {@code 2020-01-31T12:00:00.000000Z}.
   *
   * @throws DateTimeException if it is spelled otherwise or there is no such time
   */
  static Instant time(String text) {
    if (text.length() != TIME_LENGTH
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || text.charAt(19) != '.'
        || text.charAt(26) != 'Z') {
      throw new DateTimeException(text);
    }
    int hour = below(24, number(text, 11, 13));
    int minute = below(60, number(text, 14, 16));
    int second = below(60, number(text, 17, 19));
    int secondOfDay = hour * 3_600 + minute * 60 + second;
    return Instant.ofEpochSecond(
        dayAtStart(text).toEpochDay() * 86_400 + secondOfDay, number(text, 20, 26) * 1_000L);
  }

  /**
   * Reads {@code 2020-01-31}.
   *
   * @throws DateTimeException if it is spelled otherwise or there is no such day
   */
  static LocalDate day(String text) {
    if (text.length() != DAY_LENGTH) {
      throw new DateTimeException(text);
    }
    return dayAtStart(text);
  }

  private static LocalDate dayAtStart(String text) {
    if (text.charAt(4) != '-' || text.charAt(7) != '-') {
      throw new DateTimeException(text);
    }
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DAY_LENGTH));
  }

  private static int below(int limit, int number) {
    if (number >= limit) {
      throw new DateTimeException(number + " is not below " + limit);
    }
    return number;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        throw new DateTimeException(text);
      }
      number = number * 10 + (digit - '0');
    }
    return number;
  }
}
