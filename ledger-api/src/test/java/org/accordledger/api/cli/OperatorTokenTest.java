package org.accordledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.accordledger.api.TestLedger;
import org.accordledger.api.embedded.DataDirectory;
import org.accordledger.api.security.AccessTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each data directory holds a token of its own; a start ends no other node's. */
class OperatorTokenTest {
  private final TestLedger ledger = TestLedger.shared();
  private final AccessTokens tokens = ledger.running().tokens();
  @TempDir private Path directory;

  private int metricsWith(String token) {
    return ledger.get("/metrics", Map.of("Authorization", "Bearer " + token)).status();
  }

  @Test
  void of_nodes_on_one_database_each_start_ends_the_token_of_its_own_directory_alone() {
    try (DataDirectory one = DataDirectory.open(directory.resolve("one"));
        DataDirectory two = DataDirectory.open(directory.resolve("two"));
        DataDirectory three = DataDirectory.open(directory.resolve("three"))) {
      new OperatorToken(tokens, one).renewBesideOthers();
      new OperatorToken(tokens, two).renewBesideOthers();
      new OperatorToken(tokens, three).renewBesideOthers();
      String before = one.operatorToken().orElseThrow();
      assertThat(metricsWith(before)).isEqualTo(200);

      new OperatorToken(tokens, one).renewBesideOthers();

      assertThat(metricsWith(before)).isEqualTo(401);
      for (DataDirectory node : new DataDirectory[] {one, two, three}) {
        assertThat(metricsWith(node.operatorToken().orElseThrow())).isEqualTo(200);
      }
    }
  }

  @Test
  void a_start_on_a_database_of_its_own_ends_every_one_there_was() {
    try (DataDirectory former = DataDirectory.open(directory.resolve("former"));
        DataDirectory restored = DataDirectory.open(directory.resolve("restored"))) {
      new OperatorToken(tokens, former).renewAlone();
      new OperatorToken(tokens, restored).renewAlone();

      assertThat(metricsWith(former.operatorToken().orElseThrow())).isEqualTo(401);
      assertThat(metricsWith(restored.operatorToken().orElseThrow())).isEqualTo(200);
    }
  }
}
