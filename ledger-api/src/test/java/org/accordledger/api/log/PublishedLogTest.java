package org.accordledger.api.log;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.accordledger.log.Leaf;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.proof.Receipt;
import org.accordledger.log.tile.TreeTiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedLogTest {
  private static final Map<String, String> WAIT = Map.of("Prefer", "respond-async, wait=published");

  private final TestLedger ledger = TestLedger.shared();
  private final ServedLog log = new ServedLog(ledger);
  private final Scenario scenario = new Scenario(ledger).inForce();

  @Test
  void a_reader_with_the_key_alone_finds_every_event_in_the_published_tree() {
    HttpAnswer written = submitted();

    List<byte[]> leaves = log.verifiedLeaves();

    long position = written.json().get("position").asLong();
    Leaf leaf = Leaf.read(leaves.get((int) position));
    assertThat(leaf.streamId()).isEqualTo(written.json().get("stream").asString());
    assertThat(leaf.origin()).isEqualTo("localhost/ledger");
  }

  @Test
  void a_write_that_waits_for_publication_brings_its_receipt() {
    HttpAnswer written = submitted();

    assertThat(written.header("Preference-Applied")).isEqualTo("wait=published");
    long position = written.json().get("position").asLong();
    byte[] leaf = log.verifiedLeaves().get((int) position);
    Receipt receipt = receipt(written.json().get("receipt").asString());
    assertThat(receipt.proof().index()).isEqualTo(position);
    assertThat(receipt.verify(leaf, log.trusted()).size()).isGreaterThan(position);
  }

  @Test
  void a_write_that_does_not_wait_is_answered_without_one() {
    HttpAnswer written = created(scenario.submit("no-wait"));

    assertThat(written.json().has("receipt")).isFalse();
    assertThat(written.header("Preference-Applied")).isEmpty();
    assertThat(written.json().get("durable").asBoolean()).isTrue();
  }

  @Test
  void every_published_position_has_a_receipt_at_any_time() {
    submitted();
    List<byte[]> leaves = log.verifiedLeaves();
    for (int position : new int[] {0, 1, leaves.size() / 2, leaves.size() - 1}) {
      HttpAnswer answer = ledger.get("/receipts/" + position, Map.of());

      assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
      Checkpoint under =
          receipt(answer.response().body()).verify(leaves.get(position), log.trusted());
      assertThat(under.size()).isGreaterThanOrEqualTo(leaves.size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999999", "-1", "01", "one", "99999999999999999999"})
  void a_position_that_is_not_published_has_none(String position) {
    assertThat(ledger.get("/receipts/" + position, Map.of()).code()).isEqualTo("not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/999",
        "tile/0/000.p/256",
        "tile/9/000",
        "inventory.json",
        "keys",
        "../keys/inventory.json",
        "%2e%2e/keys/inventory.json",
        "tile/../checkpoint",
        ""
      })
  void nothing_but_the_log_s_files_is_served(String file) {
    assertThat(ledger.get("/log/" + file, Map.of()).status()).isIn(400, 404);
    assertThat(ledger.get("/log", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void tiles_may_be_kept_for_ever_and_a_checkpoint_for_a_moment() {
    submitted();
    String tile = TreeTiles.of(log.checkpoint().size()).findFirst().orElseThrow().path();

    HttpResponse<byte[]> checkpoint = log.get("checkpoint");
    assertThat(checkpoint.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(checkpoint.headers().firstValue("Cache-Control").orElseThrow())
        .contains("max-age=1,");
    HttpResponse<byte[]> hashes = log.get(tile);
    assertThat(hashes.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(hashes.headers().firstValue("Cache-Control").orElseThrow())
        .contains("public", "immutable", "max-age=31536000");
  }

  @Test
  void bundles_are_compressed_for_whoever_wants_it() throws IOException {
    submitted();
    String bundle = TreeTiles.bundles(log.checkpoint().size()).findFirst().orElseThrow().path();

    HttpResponse<byte[]> compressed = log.get(bundle, "Accept-Encoding", "gzip");

    assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
      assertThat(plain.readAllBytes()).isEqualTo(log.get(bundle).body());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                     | true
          br, GZIP                 | true
          gzip;q=0.5, identity     | true
          gzip; q=1.0              | true
          gzip;q=0                 | false
          deflate, gzip;q=0.0      | false
          identity                 | false
          x-gzip2                  | false
          """)
  void compression_is_a_matter_of_what_the_client_takes(String accepted, boolean compressed) {
    submitted();
    String bundle = TreeTiles.bundles(log.checkpoint().size()).findFirst().orElseThrow().path();
    String tile = TreeTiles.of(log.checkpoint().size()).findFirst().orElseThrow().path();

    assertThat(encoding(bundle, accepted).isPresent()).isEqualTo(compressed);
    assertThat(encoding(tile, accepted)).isEmpty();
  }

  private Optional<String> encoding(String file, String accepted) {
    return log.get(file, "Accept-Encoding", accepted).headers().firstValue("Content-Encoding");
  }

  private HttpAnswer submitted() {
    return created(scenario.as(Role.PARTY, "alba").post("/cases", scenario.allegation(null), WAIT));
  }

  private static Receipt receipt(String text) {
    return Receipt.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
