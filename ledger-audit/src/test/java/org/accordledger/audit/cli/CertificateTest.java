package org.accordledger.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.StreamSupport;
import org.accordledger.audit.sample.Entry;
import org.accordledger.audit.sample.PublishedLog;
import org.accordledger.audit.sample.SampleEvents;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.log.note.SignerKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CertificateTest {
  private static final List<Entry> ENTRIES = SampleEvents.of(51, 900);

  @TempDir private Path directory;

  private final SignerKey key = PublishedLog.newKey();
  private Path auditor;
  private Path name;

  @BeforeEach
  void publish() {
    PublishedLog.of(directory, key, ENTRIES);
    auditor = directory.resolve("auditor.key");
    name = directory.resolve("statement-2026");
    assertThat(Run.of("key", auditor, "--name", "audit.example/2026").exit()).isZero();
  }

  @Test
  void a_secret_key_is_for_its_owner_and_is_never_overwritten() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(auditor)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(auditor)).startsWith("PRIVATE+KEY+audit.example/2026+");

    Run again = Run.of("key", auditor, "--name", "audit.example/2026");

    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("is there already");
    assertThat(Run.of("key", name, "--name", "with space").err()).contains("not the name of a key");
  }

  @Test
  void a_certificate_is_issued_and_holds_without_the_directory() {
    Run issued = issue();
    assertThat(issued.err()).isEmpty();
    assertThat(issued.out()).contains("certificate: ").contains("auditor: audit.example/2026+");

    Run run = check();

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("accord-ledger/certificate/v1\nlog " + SampleEvents.ORIGIN)
        .contains("checkpoint of 900 entries, root ")
        .contains("as of position 899, recorded ")
        .contains("the certificate holds: signed by audit.example/2026");
  }

  @Test
  void every_figure_opens_to_as_many_events_as_it_counts() throws IOException {
    issue();

    JsonNode statement = statement();

    assertThat(statement.path("cells").size()).isPositive();
    for (JsonNode cell : statement.path("cells")) {
      for (Counter counter : Counter.values()) {
        long count = cell.path("figures").path("counts").path(counter.code()).asLong();
        JsonNode behind = cell.path("behind").path(counter.code());
        assertThat(behind.size()).as(counter.code()).isEqualTo((int) count);
        for (JsonNode position : behind) {
          assertThat(ENTRIES.get(position.asInt()).leaf().type()).startsWith("case.");
        }
      }
    }
  }

  @Test
  void a_certificate_of_a_part_states_that_part_as_of_its_position() throws IOException {
    issue("--as-of", "600", "--party", "alba", "--incidents", "2015-01..2015-12");

    JsonNode statement = statement();

    assertThat(statement.path("as_of").asLong()).isEqualTo(600);
    assertThat(StreamSupport.stream(statement.path("cells").spliterator(), false))
        .isNotEmpty()
        .allSatisfy(
            cell ->
                assertThat(cell.path("figures").path("key").path("party").asString())
                    .isEqualTo("alba"));
    assertThat(check().out()).contains("party alba, clause all, incidents 2015-01..2015-12");
  }

  @Test
  void a_changed_certificate_does_not_hold() throws IOException {
    issue();
    Path json = directory.resolve("statement-2026.json");
    Path text = directory.resolve("statement-2026.txt");
    byte[] right = Files.readAllBytes(json);
    Files.writeString(
        json, Files.readString(json).replaceFirst("\"alleged\":\\[", "\"alleged\":[1,"));
    assertThat(check().err()).contains("is not the statement that was signed");
    Files.write(json, right);
    byte[] note = Files.readAllBytes(text);
    note[60] ^= 1;
    Files.write(text, note);
    assertThat(check().err()).contains("does not verify");
  }

  @Test
  void another_auditor_and_another_log_are_refused() {
    issue();
    Path other = directory.resolve("other.key");
    Run.of("key", other, "--name", "audit.example/2026");

    assertThat(
            Run.of(
                    "certificate",
                    "--check",
                    name + ".txt",
                    "--auditor",
                    other + ".vkey",
                    "--key",
                    key.verifier())
                .err())
        .contains("no known key has signed");
    assertThat(
            Run.of(
                    "certificate",
                    "--check",
                    name + ".txt",
                    "--auditor",
                    auditor + ".vkey",
                    "--key",
                    PublishedLog.newKey().verifier())
                .err())
        .contains("is not signed by this log");
    assertThat(Run.of("certificate", directory).err()).contains("--sign-with FILE");
  }

  private JsonNode statement() throws IOException {
    return LedgerJson.mapper()
        .readTree(Files.readAllBytes(directory.resolve("statement-2026.json")));
  }

  private Run issue(String... filters) {
    Object[] all = new Object[8 + filters.length];
    List<Object> words =
        List.of(
            "certificate",
            directory,
            "--key",
            key.verifier(),
            "--sign-with",
            auditor,
            "--out",
            name);
    for (int i = 0; i < all.length; i++) {
      all[i] = i < 8 ? words.get(i) : filters[i - 8];
    }
    return Run.of(all);
  }

  private Run check() {
    return Run.of(
        "certificate",
        "--check",
        name + ".txt",
        "--auditor",
        auditor + ".vkey",
        "--key",
        key.verifier());
  }
}
