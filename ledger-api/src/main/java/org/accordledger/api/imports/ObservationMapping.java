package org.accordledger.api.imports;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.accordledger.api.imports.ExpressionReader.ColumnUse;
import org.accordledger.api.yaml.YamlFile;
import org.accordledger.api.yaml.YamlNode;
import org.accordledger.core.accord.ObserverReport;
import org.accordledger.core.series.PeriodLength;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a file become elections or counts of series (docs/imports.md).
 *
 * @param about one sentence
 * @param format of the files; null tells it by their names
 * @param delimiter between cells of a CSV file
 * @param plan how the fields are filled
 * @param columns every column named, and where
 */
record ObservationMapping(
    String about,
    Mapping.@Nullable SourceFormat format,
    char delimiter,
    Plan plan,
    List<ColumnUse> columns) {
  static final String[] KEYS = {"about", "format", "delimiter", "election", "series"};
  static final String[] ELECTION_KEYS = {
    "recorder", "id", "country", "title", "held_on", "source", "missions", "no_mission"
  };
  static final String[] MISSION_KEYS = {
    "when", "mission", "title", "preliminary_statement", "final_report"
  };
  static final String[] SERIES_KEYS = {
    "keeper",
    "accord",
    "by",
    "on",
    "periods",
    "from",
    "until",
    "id",
    "title",
    "indicator",
    "unit",
    "source",
    "method",
    "marking"
  };

  /** What rows become. */
  sealed interface Plan {}

  /**
   * One row is what is known of one election.
   *
   * @param recorder the body that records it: the import acts for it
   * @param noMission where it holds, nobody observes; null if no row says so
   */
  record ElectionPlan(
      String recorder,
      Expression id,
      Expression country,
      Expression title,
      @Nullable Expression heldOn,
      Expression source,
      List<MissionPlan> missions,
      @Nullable Condition noMission)
      implements Plan {}

  /**
   * Somebody who observed the election.
   *
   * @param when the mission is left out where this does not hold; null always keeps it
   */
  record MissionPlan(
      @Nullable Condition when,
      Expression mission,
      Expression title,
      @Nullable Expression preliminaryStatement,
      @Nullable Expression finalReport) {
    @Nullable Expression dayOf(ObserverReport report) {
      return switch (report) {
        case PRELIMINARY_STATEMENT -> preliminaryStatement;
        case FINAL_REPORT -> finalReport;
      };
    }
  }

  /**
   * Rows are counted by what they are about and when.
   *
   * @param keeper the body that keeps the series: the import acts for it
   * @param by what a row is about: it counts once in the series of each
   * @param on the day it counts at
   * @param from first day of the time the file covers: a period in it without rows counts 0
   * @param until last day of that time
   */
  record SeriesPlan(
      String keeper,
      @Nullable String accord,
      Expression by,
      Expression on,
      PeriodLength periods,
      LocalDate from,
      LocalDate until,
      Expression id,
      Expression title,
      Expression indicator,
      String unit,
      String source,
      String method,
      String marking)
      implements Plan {}

  /** True if a mapping file is of this kind, and not of allegations. */
  static boolean isIn(Path file) {
    YamlNode document = YamlFile.read(file);
    return document.isMap()
        && (document.find("election").isPresent() || document.find("series").isPresent());
  }

  /**
   * Reads a file.
   *
   * @throws org.accordledger.api.yaml.YamlProblem if it is wrong
   */
  static ObservationMapping read(Path file) {
    return read(YamlFile.read(file));
  }

  static ObservationMapping read(YamlNode node) {
    node.only(KEYS);
    if (node.find("election").isPresent() == node.find("series").isPresent()) {
      throw node.problem("expected either 'election' or 'series'");
    }
    ExpressionReader expressions = new ExpressionReader();
    Plan plan =
        node.find("election").isPresent()
            ? election(node.require("election").only(ELECTION_KEYS), expressions)
            : series(node.require("series").only(SERIES_KEYS), expressions);
    return new ObservationMapping(
        node.require("about").text(),
        node.find("format").map(MappingReader::format).orElse(null),
        node.find("delimiter").map(MappingReader::delimiter).orElse(','),
        plan,
        List.copyOf(expressions.columns()));
  }

  private static ElectionPlan election(YamlNode node, ExpressionReader expressions) {
    return new ElectionPlan(
        expressions.constant(node.require("recorder"), FieldType.BODY),
        expressions.expression(node.require("id"), FieldType.TEXT),
        expressions.expression(node.require("country"), FieldType.BODY),
        expressions.expression(node.require("title"), FieldType.TEXT),
        node.find("held_on").map(e -> expressions.expression(e, FieldType.DATE)).orElse(null),
        expressions.expression(node.require("source"), FieldType.TEXT),
        node.find("missions").map(YamlNode::items).orElse(List.of()).stream()
            .map(one -> mission(one.only(MISSION_KEYS), expressions))
            .toList(),
        node.find("no_mission").map(expressions::condition).orElse(null));
  }

  private static MissionPlan mission(YamlNode node, ExpressionReader expressions) {
    return new MissionPlan(
        node.find("when").map(expressions::condition).orElse(null),
        expressions.expression(node.require("mission"), FieldType.BODY),
        expressions.expression(node.require("title"), FieldType.TEXT),
        node.find("preliminary_statement")
            .map(e -> expressions.expression(e, FieldType.DATE))
            .orElse(null),
        node.find("final_report").map(e -> expressions.expression(e, FieldType.DATE)).orElse(null));
  }

  private static SeriesPlan series(YamlNode node, ExpressionReader expressions) {
    PeriodLength periods = periods(node.require("periods"));
    LocalDate from = day(node.require("from"));
    LocalDate until = day(node.require("until"));
    if (!periods.startsOn(from)) {
      throw node.require("from").problem("expected the first day of a " + word(periods));
    }
    if (!periods.startsOn(until.plusDays(1)) || until.isBefore(from)) {
      throw node.require("until").problem("expected the last day of a " + word(periods));
    }
    return new SeriesPlan(
        expressions.constant(node.require("keeper"), FieldType.BODY),
        node.find("accord").map(e -> expressions.constant(e, FieldType.ACCORD)).orElse(null),
        expressions.expression(node.require("by"), FieldType.BODY),
        expressions.expression(node.require("on"), FieldType.DATE),
        periods,
        from,
        until,
        expressions.expression(node.require("id"), FieldType.TEXT),
        expressions.expression(node.require("title"), FieldType.TEXT),
        expressions.expression(node.require("indicator"), FieldType.TEXT),
        node.require("unit").text(),
        node.require("source").text(),
        node.require("method").text(),
        node.find("marking").map(e -> expressions.constant(e, FieldType.MARKING)).orElse("clear"));
  }

  private static PeriodLength periods(YamlNode node) {
    for (PeriodLength length : PeriodLength.values()) {
      if (word(length).equals(node.text())) {
        return length;
      }
    }
    throw node.problem("expected day, month, quarter or year, found '" + node.text() + "'");
  }

  private static String word(PeriodLength length) {
    return length.name().toLowerCase(Locale.ROOT);
  }

  private static LocalDate day(YamlNode node) {
    try {
      return LocalDate.parse(node.text());
    } catch (DateTimeException e) {
      throw node.problem("expected a day as YYYY-MM-DD, found '" + node.text() + "'");
    }
  }
}
