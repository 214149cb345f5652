package org.accordledger.bench.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topic holds every position, and a consumer that keeps to the rule applies each once. */
final class FeedCheck {
  /**
   * A record of the topic.
   *
   * @param sequence the position it says it has
   */
  record Fed(int partition, long sequence, Entry entry) {}

  private FeedCheck() {}

  /**
   * Applies the topic by the rule of docs/feed.md: of each partition the highest sequence that was
   * applied is remembered, and what is not above it is passed over.
   *
   * @param records of each partition in their order
   * @param log by position
   * @return records that were passed over, because they came again
   * @throws Violation naming the first position that is missing, wrong or out of order
   */
  static long require(List<Fed> records, List<Entry> log) {
    Map<Integer, Long> highest = new HashMap<>();
    boolean[] applied = new boolean[log.size()];
    long repeated = 0;
    for (Fed record : records) {
      requireSame(record, log);
      if (record.sequence() <= highest.getOrDefault(record.partition(), -1L)) {
        repeated++;
        if (!applied[(int) record.sequence()]) {
          throw new Violation(
              "the feed has position %d behind a higher one of its partition, and not before it"
                  .formatted(record.sequence()));
        }
      } else {
        highest.put(record.partition(), record.sequence());
        applied[(int) record.sequence()] = true;
      }
    }
    for (int position = 0; position < applied.length; position++) {
      if (!applied[position]) {
        throw new Violation("the feed does not hold position " + position);
      }
    }
    return repeated;
  }

  private static void requireSame(Fed record, List<Entry> log) {
    if (record.sequence() >= log.size()) {
      throw new Violation(
          "the feed has position %d, and the log ends at %d"
              .formatted(record.sequence(), log.size() - 1));
    }
    Entry logged = log.get((int) record.sequence());
    if (!logged.equals(record.entry())) {
      throw new Violation(
          "the feed has %s at position %d, and the log %s"
              .formatted(record.entry(), record.sequence(), logged));
    }
  }
}
