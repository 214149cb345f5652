package org.accordledger.api.imports;

import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.accordledger.core.BodyId;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.evidence.ActorLink;
import org.accordledger.core.evidence.Claim;
import org.accordledger.core.evidence.Confidence;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/** What a field of an allegation may hold, checked when a mapping is read and again per row. */
enum FieldType {
  TEXT("a text"),
  ACCORD("an accord's id, for example accord-model-code"),
  BODY("a body's id: lower-case letters, digits and dashes, 2 to 40 characters"),
  CLAUSE("a clause's code: lower-case letters, digits and dashes"),
  DATE("a date as YYYY-MM-DD; name the format of the column with 'date:'"),
  MONTH("a month as YYYY-MM; name the format of the column with 'date:' and 'as: month'"),
  LINK("an http or https address"),
  NUMBER("a decimal number, for example 85 or -0.5"),
  PERCENT("a whole number from 0 to 100"),
  CREDIBILITY("a whole number from 1 to 6"),
  MARKING(words(Marking.values())),
  PRECISION(words(Occurred.Precision.values())),
  CONFIDENCE(words(Confidence.values())),
  EXHIBIT_KIND(words(Exhibit.Kind.values())),
  RELIABILITY(words(Exhibit.Reliability.values())),
  ACTOR_LEVEL(words(ActorLink.Level.values())),
  ACTOR_CONTROL(words(ActorLink.Control.values()));

  private final String expectation;

  /** The words allowed, as a regular expression; null where the rule is another. */
  private final @Nullable String words;

  FieldType(String expectation) {
    this.expectation = expectation;
    this.words = null;
  }

  FieldType(List<String> words) {
    this.expectation = "one of " + String.join(", ", words);
    this.words = String.join("|", words);
  }

  /** What is expected, in words that continue "expected ...". */
  String expectation() {
    return expectation;
  }

  boolean accepts(String value) {
    if (words != null) {
      return value.matches(words);
    }
    try {
      return switch (this) {
        case ACCORD -> new AccordId(value).value().equals(value);
        case BODY -> new BodyId(value).value().equals(value);
        case CLAUSE -> new ClauseCode(value).value().equals(value);
        case DATE -> LocalDate.parse(value).toString().equals(value);
        case MONTH -> YearMonth.parse(value).toString().equals(value);
        case LINK -> isLink(value);
        case NUMBER -> new Claim(null, value, "").number().equals(value);
        case PERCENT -> value.matches("[0-9]|[1-9][0-9]|100");
        case CREDIBILITY -> value.matches("[1-6]");
        default -> true;
      };
    } catch (InvalidValue | DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isLink(String value) {
    try {
      URI link = URI.create(value);
      return String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT).matches("https?")
          && link.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<String> words(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toList());
  }
}
