package org.accordledger.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Series as a terminal shows them: one after the other, and no ratio without its interval. */
final class SeriesTable {
  private SeriesTable() {}

  /** One series or a list of them, from the server's document. */
  static String of(JsonNode document) {
    List<String> parts = new ArrayList<>();
    if (document.has("items")) {
      document.get("items").forEach(one -> parts.add(series(one)));
    } else {
      parts.add(series(document));
    }
    if (parts.isEmpty()) {
      parts.add("no series yet, or none that the filters leave");
    }
    if (document.has("next")) {
      parts.add("more follow: narrow the filters");
    }
    parts.add(document.path("caveat").asString(""));
    return String.join("\n\n", parts);
  }

  private static String series(JsonNode one) {
    StringBuilder text = new StringBuilder(text(one, "title"));
    text.append(" [").append(text(one, "series")).append("]");
    text.append("\ncounts ").append(text(one, "indicator"));
    text.append(" (").append(text(one, "unit")).append(" per ").append(text(one, "periods"));
    if (one.has("concerns")) {
      text.append(", ").append(text(one, "concerns"));
    }
    text.append(")\nkept by ").append(text(one, "keeper"));
    text.append(" from ").append(text(one, "source"));
    text.append("\nmethod: ").append(text(one, "method"));
    one.path("attachments").forEach(attached -> text.append('\n').append(comparison(attached)));
    if (one.path("counts").isArray()) {
      text.append('\n').append(counts(one.get("counts")));
    }
    return text.toString();
  }

  private static String comparison(JsonNode attached) {
    JsonNode comparison = attached.path("comparison");
    JsonNode ratio = comparison.path("rate_ratio");
    JsonNode trend = comparison.path("trend_before");
    String line =
        "%s of %s, divided at %s: before %s, after %s"
            .formatted(
                text(attached, "clause"),
                text(attached, "accord"),
                text(comparison, "divides"),
                side(comparison.path("before")),
                side(comparison.path("after")));
    if (comparison.has("left_out")) {
      line +=
          "\n  the period from " + text(comparison, "left_out") + " lies on both sides: in none";
    }
    line += "\n  rate after over rate before: " + ratio(ratio);
    return line + "\n  trend before: " + trend(trend);
  }

  private static String side(JsonNode side) {
    return "%d in %d periods (%d days)"
        .formatted(
            side.path("counted").asLong(),
            side.path("periods").asLong(),
            side.path("days").asLong());
  }

  private static String ratio(JsonNode ratio) {
    if (!ratio.isObject()) {
      return "none, as one side has no counts";
    }
    return "%s (95%% interval %s to %s; %s)"
        .formatted(
            number(ratio.path("ratio"), "not defined, as nothing was counted before"),
            number(ratio.path("low"), "0"),
            number(ratio.path("high"), "no limit"),
            text(ratio, "method").replace('_', ' '));
  }

  private static String trend(JsonNode trend) {
    if (!trend.isObject()) {
      return "cannot be told from these counts";
    }
    return "times %s each year (95%% interval %s to %s; Poisson; dispersion %s)"
        .formatted(
            number(trend.path("factor"), ""),
            number(trend.path("interval").path("low"), ""),
            number(trend.path("interval").path("high"), ""),
            number(trend.path("dispersion"), ""));
  }

  private static String counts(JsonNode counts) {
    TextTable table = new TextTable("from", "until", "count", "earlier counts");
    for (JsonNode count : counts) {
      List<String> earlier = new ArrayList<>();
      count.path("superseded").forEach(one -> earlier.add(one.path("count").asString("")));
      table.row(
          text(count, "from"),
          text(count, "until"),
          Long.toString(count.path("count").asLong()),
          String.join(", ", earlier));
    }
    return table.toString();
  }

  private static String number(JsonNode number, String otherwise) {
    return number.isNumber() ? String.format(Locale.ROOT, "%.4g", number.asDouble()) : otherwise;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
