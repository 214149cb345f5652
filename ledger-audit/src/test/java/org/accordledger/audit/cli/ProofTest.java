package org.accordledger.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.accordledger.audit.sample.Entry;
import org.accordledger.audit.sample.PublishedLog;
import org.accordledger.audit.sample.SampleEvents;
import org.accordledger.log.note.SignerKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {
  private static final List<Entry> ENTRIES = SampleEvents.of(31, 600);
  private static final byte[] OTHER = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;

  private final SignerKey key = PublishedLog.newKey();

  @BeforeEach
  void publish() {
    PublishedLog.of(directory, key, ENTRIES);
  }

  @Test
  void the_receipt_of_every_kind_of_position_is_made_and_holds() {
    for (int position : new int[] {0, 255, 256, 511, 599}) {
      Path receipt = directory.resolve(position + ".receipt");

      assertThat(proof(position, "--out", receipt).exit()).isZero();

      Run check = proof("--check", receipt);
      assertThat(check.err()).isEmpty();
      assertThat(check.out())
          .contains("position " + position + ": " + ENTRIES.get(position).leaf().type())
          .contains("the receipt holds: signed by " + SampleEvents.ORIGIN + " with 600 entries");
    }
  }

  @Test
  void a_receipt_is_printed_as_the_specification_writes_it() {
    assertThat(proof(5).out()).startsWith("c2sp.org/tlog-proof@v1\nindex 5\n");
  }

  @Test
  void a_receipt_is_checked_with_nothing_but_the_entry_and_the_key() throws IOException {
    Path receipt = directory.resolve("receipt");
    Path leaf = Files.write(directory.resolve("leaf"), ENTRIES.get(7).leaf().bytes());
    proof(7, "--out", receipt);

    assertThat(alone(receipt, leaf).out()).contains("the receipt holds");

    Files.write(leaf, ENTRIES.get(8).leaf().bytes());
    assertThat(alone(receipt, leaf).err()).contains("the receipt does not hold");
  }

  private Run alone(Path receipt, Path leaf) {
    return Run.of("proof", "--check", receipt, "--leaf", leaf, "--key", key.verifier());
  }

  @Test
  void every_changed_byte_of_a_receipt_is_refused() throws IOException {
    Path receipt = directory.resolve("receipt");
    Path leaf = Files.write(directory.resolve("leaf"), ENTRIES.get(300).leaf().bytes());
    proof(300, "--out", receipt);
    byte[] right = Files.readAllBytes(receipt);
    for (int i = 0; i < right.length; i += 3) {
      byte[] wrong = right.clone();
      wrong[i] ^= 1;
      Files.write(receipt, wrong);

      Run run = alone(receipt, leaf);
      assertThat(run.exit()).as("byte %d", i).isEqualTo(1);
      assertThat(run.err()).doesNotContain("unexpected", "\tat ");
    }
  }

  @Test
  void a_receipt_of_another_history_is_refused() {
    Path receipt = directory.resolve("receipt");
    proof(7, "--out", receipt);
    List<Entry> changed = new ArrayList<>(ENTRIES);
    changed.set(500, changed.get(500).saying(OTHER));
    PublishedLog.of(directory, key, changed);

    Run run = proof("--check", receipt);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("another history").contains("has signed both");
  }

  @Test
  void a_receipt_of_an_earlier_size_holds_in_a_log_that_grew() {
    PublishedLog.of(directory, key, ENTRIES.subList(0, 100));
    Path receipt = directory.resolve("receipt");
    proof(7, "--out", receipt);
    PublishedLog.of(directory, key, ENTRIES);

    assertThat(proof("--check", receipt).out()).contains("the receipt holds");
  }

  @Test
  void files_that_do_not_prove_a_position_give_no_receipt() throws IOException {
    Path bundle = directory.resolve("log/tile/entries/000");
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[100] ^= 1;
    Files.write(bundle, bytes);

    assertThat(proof(0).err()).contains("do not prove position 0").contains("audit verify");
    assertThat(proof(600).err()).contains("has positions 0 to 599, and no 600");
    assertThat(proof().err()).contains("give either a position, or a receipt with --check");
  }

  private Run proof(Object... words) {
    List<Object> all =
        new ArrayList<>(List.of("proof", "--dir", directory, "--key", key.verifier()));
    all.addAll(List.of(words));
    return Run.of(all.toArray());
  }
}
