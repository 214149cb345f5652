package org.accordledger.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.demo.Scenario;
import org.accordledger.api.demo.ScenarioPlayer;
import org.accordledger.api.imports.RealData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scorecard the server gives for the examples is the one that its published events give. */
class ReplayedExamplesTest {
  private static final int EARLIER = 10;
  private static final TestLedger LEDGER = new TestLedger(TestDatabase.newDatabase());

  @TempDir private Path directory;

  @BeforeAll
  static void play() {
    try (LedgerClient client = new LedgerClient(LEDGER.running().address(), null)) {
      ScenarioPlayer player = new ScenarioPlayer(client, LEDGER::token);
      for (Scenario scenario : Scenario.all(RealData.ROOT.resolve("examples"))) {
        player.play(scenario, step -> true);
      }
    }
  }

  @AfterAll
  static void stop() {
    LEDGER.running().close();
  }

  @Test
  void what_the_public_fetched_gives_the_scorecard_the_public_is_served() {
    compare(Auditor.of(LEDGER, directory.resolve("public")));
  }

  @Test
  void what_an_auditor_fetched_gives_the_scorecard_the_auditor_is_served() {
    String replayed = compare(Auditor.withToken(LEDGER, directory.resolve("auditor")));

    assertThat(replayed).contains("left out here 0, there 0").doesNotContain("withheld: ");
  }

  private static String compare(Auditor reader) {
    reader.fetch();
    long seed = Long.getLong("ledger.seed", System.nanoTime());
    System.out.println("ReplayedExamplesTest: run again with -Dledger.seed=" + seed);
    long head = LEDGER.head();
    LongStream earlier = new Random(seed).longs(0, head).distinct().limit(EARLIER);
    List<Long> positions = Stream.concat(Stream.of(head), earlier.boxed()).toList();

    String replayed = reader.replay(positions);

    for (long position : positions) {
      assertThat(replayed)
          .containsPattern("compared: position " + position + ", [0-9,]+ cells, no difference");
    }
    assertThat(replayed).doesNotContain("different: ");
    return replayed;
  }
}
