package org.accordledger.api.audit;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.RunningLedger;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.audit.witness.Witness;
import org.accordledger.audit.witness.WitnessServer;
import org.accordledger.log.note.Cosignature;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.store.publish.WitnessConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The auditor's witness and the running application, each as it is delivered. */
class CosignedLogTest {
  private final SignerKey key =
      SignerKey.generate("witness.example/w", SignatureType.COSIGNATURE_V1);

  @TempDir private Path directory;

  @Test
  void the_served_checkpoint_carries_the_line_of_a_witness_that_saw_it_grow() {
    LedgerSettings settings = TestDatabase.newDatabase();
    VerifierKey log = keyOfItsFirstStart(settings);
    Witness witness =
        new Witness(key, List.of(log), directory.resolve("state"), InstantSource.system());
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (WitnessServer server = new WitnessServer(witness, free, line -> {});
        RunningLedger running = cosigned(settings, server).running()) {
      TestLedger ledger = new TestLedger(running);
      long began = Instant.now().getEpochSecond();
      Scenario scenario = new Scenario(ledger).inForce();

      for (int i = 0; i < 3; i++) {
        created(scenario.submit(null));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> cosignedSince(ledger, began));
      }

      Auditor auditor = Auditor.of(ledger, directory.resolve("public"));
      auditor.fetch("--key", log.encoded());
      assertThat(auditor.verify()).contains("verified: %d entries".formatted(ledger.head() + 1));
    }
  }

  private static VerifierKey keyOfItsFirstStart(LedgerSettings settings) {
    TestLedger ledger = new TestLedger(settings);
    try (RunningLedger running = ledger.running()) {
      assertThat(running.address()).isNotNull();
      String line = ledger.get("/log/localhost_ledger.vkey", Map.of()).response().body();
      return VerifierKey.parse(line.strip());
    }
  }

  private TestLedger cosigned(LedgerSettings before, WitnessServer server) {
    URI submission = URI.create("http://127.0.0.1:" + server.address().getPort());
    return new TestLedger(
        before.withWitnesses(
            WitnessConfig.of(
                List.of(new org.accordledger.store.publish.Witness(submission, key.verifier())))));
  }

  /** The checkpoint of the whole log has the log's line and the witness's. */
  private void cosignedSince(TestLedger ledger, long began) {
    String text = ledger.get("/log/checkpoint", Map.of()).response().body();
    SignedNote note = SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
    List<Cosignature> lines = Cosignature.verify(note, List.of(key.verifier()));
    assertThat(note.unverifiedText().lines().skip(1).findFirst())
        .contains(Long.toString(ledger.head() + 1));
    assertThat(note.signatures()).hasSize(2);
    assertThat(lines)
        .singleElement()
        .satisfies(line -> assertThat(line.unixSeconds()).isGreaterThanOrEqualTo(began));
  }
}
