package org.accordledger.api.imports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a cell; of all cells where the column is one of a table.
 *
 * @param column where they stand
 * @param split separates several values in one cell; null if there is only one
 * @param pattern picks a part: its first group, or the whole match; null takes the value as it is
 * @param words what the file's words mean here; null leaves them as they are
 * @param unmapped what happens to a word that is not among them
 * @param dates formats tried in turn; empty if the column holds no dates
 * @param month cut the date down to its month
 * @param otherwise stands in for an empty cell; null leaves it empty
 */
record ColumnRule(
    String column,
    @Nullable String split,
    @Nullable Pattern pattern,
    @Nullable Map<String, String> words,
    Unmapped unmapped,
    List<DateFormat> dates,
    boolean month,
    @Nullable String otherwise)
    implements Expression {

  /** What happens to a word that {@code values} does not list. */
  enum Unmapped {
    /** The row is rejected. */
    REJECT,
    /** The word stands for itself. */
    KEEP,
    /** The word is left out and listed in the rejects file. */
    LEAVE_OUT
  }

  /** A date format as the mapping writes it. */
  record DateFormat(String written, DateTimeFormatter formatter) {}

  @Override
  public List<String> values(Scope scope) {
    Set<String> values = new LinkedHashSet<>();
    for (String part : parts(scope.cells(column))) {
      String picked = pick(part);
      String word = picked.isEmpty() ? "" : translate(picked, scope);
      if (!word.isEmpty()) {
        values.add(dates.isEmpty() ? word : date(word));
      }
    }
    if (values.isEmpty() && otherwise != null) {
      return List.of(otherwise);
    }
    return new ArrayList<>(values);
  }

  private List<String> parts(List<String> cells) {
    return cells.stream()
        .flatMap(
            cell ->
                split == null ? Stream.of(cell) : Stream.of(cell.split(Pattern.quote(split), -1)))
        .filter(part -> !part.isBlank())
        .map(String::strip)
        .toList();
  }

  private String pick(String value) {
    if (pattern == null) {
      return value;
    }
    Matcher matcher = pattern.matcher(value);
    if (!matcher.find()) {
      return "";
    }
    String picked = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    return picked == null ? "" : picked.strip();
  }

  private String translate(String word, Scope scope) {
    if (words == null) {
      return word;
    }
    String meaning = words.get(word);
    if (meaning != null) {
      return meaning;
    }
    String detail = column + " says '" + word + "', which the mapping does not know";
    return switch (unmapped) {
      case KEEP -> word;
      case LEAVE_OUT -> {
        scope.notes().accept(Scope.Note.leftOut("unknown_word", detail));
        yield "";
      }
      case REJECT -> throw new RowProblem("unknown_word", detail);
    };
  }

  private String date(String text) {
    for (DateFormat format : dates) {
      try {
        TemporalAccessor day = format.formatter().parseBest(text, LocalDate::from, YearMonth::from);
        if (month) {
          return YearMonth.from(day).toString();
        }
        if (day instanceof LocalDate exact) {
          return exact.toString();
        }
      } catch (DateTimeParseException e) {
        // the next format may fit
      }
    }
    throw new RowProblem(
        "bad_date",
        column
            + " says '"
            + text
            + "', expected a date as "
            + String.join(" or ", dates.stream().map(DateFormat::written).toList()));
  }
}
