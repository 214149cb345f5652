package org.accordledger.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.sample.Entry;
import org.accordledger.audit.sample.PublishedLog;
import org.accordledger.audit.sample.SampleEvents;
import org.accordledger.log.note.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTest {
  @TempDir private Path directory;

  private final SignerKey key = PublishedLog.newKey();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 1000})
  void a_log_of_any_size_is_verified(int size) {
    PublishedLog.of(directory, key, SampleEvents.of(3, size));

    Run run = verify();

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("payloads: " + (size == 1000 ? "1,000" : size) + " checked, 0 withheld")
        .containsPattern("(?m)^verified: " + size + " entries, root [A-Za-z0-9+/]{43}=$");
  }

  @Test
  void a_log_that_grew_continues_what_was_verified() {
    List<Entry> entries = SampleEvents.of(3, 700);
    PublishedLog.of(directory, key, entries.subList(0, 300));
    verify();
    PublishedLog.of(directory, key, entries);

    Run run = Run.of("verify", directory);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("continues the 300 entries verified last time")
        .contains("verified: 700 entries");
  }

  @Test
  void a_servers_own_directory_is_verified_with_a_key_and_nothing_is_written_into_it()
      throws IOException {
    PublishedLog.of(directory, key, SampleEvents.of(3, 300));

    Run run = Run.of("verify", directory.resolve("log"), "--key", key.verifier());

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("payloads: 0 checked, 0 withheld, none fetched");
    try (var files = Files.list(directory.resolve("log"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("checkpoint", "tile", "ledger.example_sample.vkey");
    }
  }

  @Test
  void withheld_payloads_are_counted_and_those_not_fetched_too() throws IOException {
    List<Entry> entries = SampleEvents.of(3, 300);
    PublishedLog.of(directory, key, entries);
    Path chunk = PayloadFiles.chunk(directory.resolve("payloads"), 0);
    List<String> lines = Files.readAllLines(chunk);
    lines.set(7, Entry.withheld(7));
    Files.writeString(chunk, String.join("\n", lines.subList(0, 290)) + "\n");

    assertThat(verify().out()).contains("payloads: 289 checked, 1 withheld, 10 not fetched");
  }

  @Test
  void a_full_tile_serves_where_the_partial_one_is_gone() throws IOException {
    List<Entry> entries = SampleEvents.of(3, 256);
    Path later = directory.resolve("later");
    PublishedLog.of(later, key, entries);
    PublishedLog.of(directory, key, entries.subList(0, 200));
    Files.delete(directory.resolve("log/tile/0/000.p/200"));
    Files.delete(directory.resolve("log/tile/entries/000.p/200"));
    Files.copy(later.resolve("log/tile/0/000"), directory.resolve("log/tile/0/000"));
    Files.copy(later.resolve("log/tile/entries/000"), directory.resolve("log/tile/entries/000"));

    assertThat(verify().out()).contains("verified: 200 entries");
  }

  @Test
  void the_hashes_alone_say_that_they_are_only_that() {
    PublishedLog.of(directory, key, SampleEvents.of(3, 300));

    Run run = Run.of("verify", directory, "--key", key.verifier(), "--hashes-only");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("hashes verified: 300 entries").doesNotContain("\nverified:");
    assertThat(directory.resolve("seen")).doesNotExist();
  }

  @Test
  void another_key_is_refused() {
    PublishedLog.of(directory, key, SampleEvents.of(3, 10));

    Run run = Run.of("verify", directory, "--key", PublishedLog.newKey().verifier());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("is not signed by this log").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "x+00000000+AA==", "/nowhere"})
  void what_is_no_key_is_refused(String text) {
    PublishedLog.of(directory, key, SampleEvents.of(3, 10));

    Run run = Run.of("verify", directory, "--key", text);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("neither a verifier key nor a file with one");
  }

  @Test
  void a_directory_without_a_log_is_refused() {
    Run run = verify();

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("holds no log").contains("audit fetch");
  }

  private Run verify() {
    return Run.of("verify", directory, "--key", key.verifier());
  }
}
