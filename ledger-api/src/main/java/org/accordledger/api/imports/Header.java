package org.accordledger.api.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a source.
 *
 * @param names in the order of the file
 * @param indexes where each stands
 */
record Header(List<String> names, Map<String, Integer> indexes) {
  static Header of(List<String> names) {
    Map<String, Integer> indexes = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      indexes.putIfAbsent(names.get(i), i);
    }
    return new Header(List.copyOf(names), indexes);
  }

  boolean has(String column) {
    return indexes.containsKey(column);
  }

  boolean isAmbiguous(String column) {
    return names.stream().filter(column::equals).count() > 1;
  }
}
