package org.accordledger.api.audit;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.accordledger.log.note.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the running application publishes, in the hands of an auditor. */
class FetchedLogTest {
  private static final TestLedger LEDGER = new TestLedger(TestDatabase.newDatabase());
  private static final Map<String, String> WAIT = Map.of("Prefer", "wait=published");
  private static final String SECRET = "Nobody else hears of the lighthouse";

  @TempDir private Path directory;
  private final Scenario scenario = new Scenario(LEDGER);
  private Auditor everybody;
  private Auditor auditor;
  private HttpAnswer open;
  private HttpAnswer marked;

  @AfterAll
  static void stop() {
    LEDGER.running().close();
  }

  @BeforeEach
  void an_open_case_and_a_marked_one() {
    everybody = Auditor.of(LEDGER, directory.resolve("public"));
    auditor = Auditor.withToken(LEDGER, directory.resolve("auditor"));
    scenario.inForce();
    open = submit(scenario.allegation(null));
    marked =
        submit(
            scenario
                .allegation(null)
                .replace("\"marking\": \"clear\", ", "\"marking\": \"red\", ")
                .replace("A letter was forged.", SECRET)
                .replace("A forged letter", SECRET));
  }

  @Test
  void the_public_verifies_everything_and_counts_what_is_withheld() {
    String first = everybody.fetch();
    String verified = everybody.verify();

    long size = LEDGER.head() + 1;
    assertThat(first).contains("fetched: %d entries, %d of them new".formatted(size, size));
    assertThat(verified).contains("verified: %d entries, root ".formatted(size));
    long withheld = withheld(verified);
    assertThat(withheld).isPositive();
    assertThat(verified)
        .contains("payloads: %d checked, %d withheld, 0 not".formatted(size - withheld, withheld));
  }

  @Test
  void an_auditor_s_token_shows_what_the_public_is_not_shown() {
    auditor.fetch();

    String verified = auditor.verify();

    assertThat(verified)
        .contains("payloads: %d checked, 0 withheld, 0 not".formatted(LEDGER.head() + 1));
    assertThat(texts(auditor)).contains(SECRET);
  }

  @Test
  void nothing_of_a_marked_case_leaks_beyond_its_leaf() {
    everybody.fetch();
    auditor.fetch();
    String stream = marked.json().get("stream").asString();
    String salt = salt(auditor, marked.json().get("position").asLong());

    String texts = texts(everybody);

    assertThat(texts).contains(stream).doesNotContain(SECRET).doesNotContain(salt);
    assertThat(texts(everybody, "payloads")).doesNotContain(stream);
    assertThat(texts(everybody, "payloads")).contains(open.json().get("stream").asString());
  }

  @Test
  void a_second_fetch_brings_only_what_is_new() {
    everybody.fetch();
    everybody.verify();
    long before = LEDGER.head();
    assertThat(everybody.fetch()).contains(", 0 of them new").contains(" 0 payload lines");
    submit(scenario.allegation(null));

    String again = everybody.fetch();

    long added = LEDGER.head() - before;
    assertThat(added).isPositive();
    assertThat(again)
        .contains("%d entries, %d of them new".formatted(LEDGER.head() + 1, added))
        .contains(" %d payload lines".formatted(added));
    assertThat(everybody.verify())
        .contains("seen: continues the %d entries verified last time".formatted(before + 1));
  }

  @Test
  void receipts_of_the_server_hold() {
    everybody.fetch();

    for (HttpAnswer written : List.of(open, marked)) {
      long position = written.json().get("position").asLong();
      String now = LEDGER.get("/receipts/" + position, Map.of()).response().body();
      assertThat(everybody.checksReceipt(written.json().get("receipt").asString()))
          .contains("position %d: ".formatted(position), "the receipt holds: ");
      assertThat(everybody.checksReceipt(now)).contains("the receipt holds: ");
    }
  }

  @Test
  void a_certificate_of_the_server_s_figures_is_made_and_holds() throws IOException {
    auditor.fetch();
    String secret = directory.resolve("auditor.key").toString();
    String certificate = directory.resolve("certificate").toString();
    Auditor.succeeds(List.of("key", secret, "--name", "audit.example/desk"));
    Auditor.succeeds(
        List.of(
            "certificate",
            auditor.directory().toString(),
            "--sign-with",
            secret,
            "--out",
            certificate,
            "--accord",
            scenario.accord()));

    String checked =
        Auditor.succeeds(
            List.of(
                "certificate",
                "--check",
                certificate + ".txt",
                "--auditor",
                secret + ".vkey",
                "--key",
                key().encoded()));

    assertThat(checked)
        .contains("the certificate holds: signed by audit.example/desk")
        .contains(scenario.accord());
    assertThat(Files.readString(Path.of(certificate + ".json")))
        .contains(marked.json().get("position").asString());
  }

  private static VerifierKey key() {
    String line = LEDGER.get("/log/localhost_ledger.vkey", Map.of()).response().body();
    return VerifierKey.parse(line.strip());
  }

  private HttpAnswer submit(String allegation) {
    return created(scenario.as(Role.PARTY, "alba").post("/cases", allegation, WAIT));
  }

  private static long withheld(String verified) {
    return Long.parseLong(verified.replaceFirst("(?s).* checked, ([0-9]+) withheld.*", "$1"));
  }

  private static String salt(Auditor reader, long position) {
    String line =
        texts(reader, "payloads")
            .lines()
            .filter(one -> one.contains("\"position\":" + position + ","))
            .findFirst()
            .orElseThrow();
    return line.replaceFirst(".*\"salt\":\"([^\"]+)\".*", "$1");
  }

  private static String texts(Auditor reader) {
    return texts(reader, "");
  }

  private static String texts(Auditor reader, String part) {
    StringBuilder texts = new StringBuilder();
    for (Path file : reader.files(part)) {
      try {
        texts.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts.toString();
  }
}
