package org.accordledger.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Last versions of the streams lately appended to. Right only as long as nobody else appends: the
 * committer forgets all of it when it finds the head moved.
 */
final class StreamVersions {
  private static final int MOST = 100_000;

  private final LinkedHashMap<String, Long> versions =
      new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST;
        }
      };

  Map<String, Long> known(Collection<String> streamIds) {
    Map<String, Long> known = new HashMap<>();
    for (String streamId : streamIds) {
      Long version = versions.get(streamId);
      if (version != null) {
        known.put(streamId, version);
      }
    }
    return known;
  }

  void remember(Map<String, Long> current) {
    versions.putAll(current);
  }

  void forget() {
    versions.clear();
  }

  static List<String> missing(Collection<String> streamIds, Map<String, Long> known) {
    return streamIds.stream().filter(streamId -> !known.containsKey(streamId)).toList();
  }
}
