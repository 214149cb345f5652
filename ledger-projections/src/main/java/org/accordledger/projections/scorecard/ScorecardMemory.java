package org.accordledger.projections.scorecard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.accordledger.core.scorecard.Figures;
import org.accordledger.projections.Recent;
import org.springframework.jdbc.core.JdbcTemplate;

/** The states that the last batches used; what is not among them is read from the tables. */
final class ScorecardMemory {
  private static final int CASES = 20_000;
  private static final int MONTHS = 5_000;

  private final Recent<String, OneCase> cases = new Recent<>(CASES);
  private final Recent<MonthKey, Figures> months = new Recent<>(MONTHS);

  void begin(long first) {
    cases.begin(first);
    months.begin(first);
  }

  Map<String, OneCase> cases(JdbcTemplate jdbc, Collection<String> caseIds) {
    return complete(cases, caseIds, unknown -> CaseRows.load(jdbc, unknown));
  }

  Map<MonthKey, Figures> months(JdbcTemplate jdbc, Collection<MonthKey> keys) {
    return complete(months, keys, unknown -> MonthRows.load(jdbc, unknown));
  }

  private static <K, V> Map<K, V> complete(
      Recent<K, V> recent, Collection<K> keys, Function<List<K>, Map<K, V>> load) {
    Map<K, V> states = new HashMap<>();
    List<K> unknown = new ArrayList<>();
    for (K key : keys) {
      V state = recent.get(key);
      if (state == null) {
        unknown.add(key);
      } else {
        states.put(key, state);
      }
    }
    states.putAll(load.apply(unknown));
    return states;
  }

  void standAt(long last, ScorecardBatch batch) {
    cases.standAt(last, batch.cases());
    months.standAt(last, batch.months());
  }
}
