package org.accordledger.audit.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.accordledger.core.codec.LedgerJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a served scorecard is not the replayed one: cell by cell and figure by figure. The fields
 * that only say what each reader was not shown are not compared.
 */
public final class Comparison {
  private static final List<String> HEAD = List.of("position", "recorded_at", "incidents");

  private final List<String> differences = new ArrayList<>();
  private final List<String> notComparable = new ArrayList<>();
  private final Hidden hidden;
  private final Set<JsonNode> inPart = new HashSet<>();
  private long countedThereAlone;

  /**
   * @param countedThereAlone cases that the server counts and of which nothing is known here
   */
  private Comparison(Hidden hidden, long countedThereAlone) {
    this.hidden = hidden;
    hidden.inPart().forEach(cell -> inPart.add(LedgerJson.mapper().valueToTree(cell)));
    this.countedThereAlone = countedThereAlone;
  }

  /**
   * What came of a comparison.
   *
   * @param differences one line for each, none if there is none
   * @param notComparable one line for each accord or cell of which this reader is shown a part
   */
  public record Result(List<String> differences, List<String> notComparable) {}

  /**
   * Compares.
   *
   * @param hidden what the replay went without
   */
  public static Result of(JsonNode replayed, JsonNode served, Hidden hidden) {
    long there = served.path("left_out").asLong();
    Comparison comparison = new Comparison(hidden, replayed.path("left_out").asLong() - there);
    for (String field : HEAD) {
      comparison.value(field, replayed.get(field), served.get(field));
    }
    comparison.rows("accord", byKey(replayed, "accords"), byKey(served, "accords"));
    comparison.rows("cell", byKey(replayed, "cells"), byKey(served, "cells"));
    return new Result(comparison.differences, comparison.notComparable);
  }

  private static Map<String, JsonNode> byKey(JsonNode document, String list) {
    Map<String, JsonNode> rows = new TreeMap<>();
    for (JsonNode row : document.path(list)) {
      JsonNode key = row.path("key");
      String name =
          key.isObject()
              ? "%s, %s, %s"
                  .formatted(
                      key.path("accord").asString(""),
                      key.path("clause").asString(""),
                      key.path("party").asString(""))
              : row.path("accord").asString("");
      rows.put(name, row);
    }
    return rows;
  }

  private void rows(String what, Map<String, JsonNode> ours, Map<String, JsonNode> theirs) {
    Set<String> keys = new TreeSet<>(ours.keySet());
    keys.addAll(theirs.keySet());
    for (String key : keys) {
      JsonNode one = ours.get(key);
      JsonNode other = theirs.get(key);
      if (isKnownInPart(one, other)) {
        notComparable.add(what + " " + key);
      } else {
        value(what + " " + key, one, other);
      }
    }
  }

  /**
   * True if what the server counts here is withheld from this reader in part: by the names of the
   * streams, or by cases it counts beyond ours, as long as we know of so many that it shows in
   * part.
   */
  private boolean isKnownInPart(@Nullable JsonNode ours, @Nullable JsonNode theirs) {
    JsonNode row = ours != null ? ours : Objects.requireNonNull(theirs);
    JsonNode key = row.path("key");
    String accord = (key.isObject() ? key : row).path("accord").asString("");
    if (hidden.hides(accord) || inPart.contains(key)) {
      return true;
    }
    long more = alleged(theirs) - alleged(ours);
    if (more > 0 && more <= countedThereAlone) {
      countedThereAlone -= more;
      return true;
    }
    return false;
  }

  private static long alleged(@Nullable JsonNode cell) {
    return cell == null ? 0 : cell.path("counts").path("alleged").asLong(0);
  }

  private void value(String where, @Nullable JsonNode ours, @Nullable JsonNode theirs) {
    if (ours != null && theirs != null && ours.isObject() && theirs.isObject()) {
      Set<String> fields = new TreeSet<>(ours.propertyNames());
      fields.addAll(theirs.propertyNames());
      for (String field : fields) {
        value(where + ": " + field, ours.get(field), theirs.get(field));
      }
    } else if (!same(ours, theirs)) {
      differences.add("%s: replayed %s, served %s".formatted(where, text(ours), text(theirs)));
    }
  }

  private static boolean same(@Nullable JsonNode ours, @Nullable JsonNode theirs) {
    if (ours == null || theirs == null) {
      return ours == null && theirs == null;
    }
    boolean numbers = ours.isNumber() && theirs.isNumber();
    return numbers ? Double.compare(ours.asDouble(), theirs.asDouble()) == 0 : ours.equals(theirs);
  }

  private static String text(@Nullable JsonNode node) {
    return node == null ? "nothing" : node.isObject() ? "something" : node.toString();
  }
}
