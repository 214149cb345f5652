package org.accordledger.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
  private record Key(long high, long low) {}

  @Test
  void it_remembers_what_a_map_remembers() {
    long seed = Long.getLong("ledger.seed", System.nanoTime());
    System.out.println("FingerprintsTest: run again with -Dledger.seed=" + seed);
    Random random = new Random(seed);
    Fingerprints fingerprints = new Fingerprints(0);
    Map<Key, Integer> map = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      // halves of few values, so that keys come again and differ in one half only
      Key key = new Key(1 + random.nextInt(300), random.nextInt(300));
      Integer before = map.put(key, i);
      assertThat(fingerprints.put(key.high(), key.low(), i))
          .isEqualTo(before == null ? Fingerprints.NEW : before);
    }
  }

  @Test
  void it_grows_past_what_was_expected() {
    Fingerprints fingerprints = new Fingerprints(10);
    for (int i = 1; i <= 10_000; i++) {
      assertThat(fingerprints.put(i, 0, i)).isEqualTo(Fingerprints.NEW);
    }
    for (int i = 1; i <= 10_000; i++) {
      assertThat(fingerprints.put(i, 0, 0)).isEqualTo(i);
    }
  }
}
