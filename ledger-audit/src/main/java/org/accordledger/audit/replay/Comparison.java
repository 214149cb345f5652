package org.accordledger.audit.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a served scorecard is not the replayed one: cell by cell and figure by figure. The fields
 * that only say what each reader was not shown are not compared.
 */
public final class Comparison {
  private static final List<String> HEAD = List.of("position", "recorded_at", "incidents");

  private final List<String> differences = new ArrayList<>();

  private Comparison() {}

  /**
   * Compares.
   *
   * @return one line for each difference, none if there is none
   */
  public static List<String> of(JsonNode replayed, JsonNode served) {
    Comparison comparison = new Comparison();
    for (String field : HEAD) {
      comparison.value(field, replayed.get(field), served.get(field));
    }
    comparison.rows("accord", byKey(replayed, "accords"), byKey(served, "accords"));
    comparison.rows("cell", byKey(replayed, "cells"), byKey(served, "cells"));
    return comparison.differences;
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
      value(what + " " + key, ours.get(key), theirs.get(key));
    }
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
