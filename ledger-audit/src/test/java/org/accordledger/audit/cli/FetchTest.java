package org.accordledger.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.accordledger.audit.files.DirectoryLock;
import org.accordledger.audit.sample.Entry;
import org.accordledger.audit.sample.LogServer;
import org.accordledger.audit.sample.PublishedLog;
import org.accordledger.audit.sample.SampleEvents;
import org.accordledger.log.note.SignerKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {
  private static final List<Entry> ENTRIES = SampleEvents.of(21, 1000);
  private static final byte[] OTHER = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path temporary;

  private final SignerKey key = PublishedLog.newKey();
  private Path published;
  private Path audit;
  private LogServer server;

  @BeforeEach
  void serve() throws IOException {
    published = temporary.resolve("published");
    audit = temporary.resolve("audit");
    PublishedLog.of(published, key, ENTRIES);
    server = new LogServer(published);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_log_is_fetched_byte_for_byte_and_then_verified_without_the_server() throws IOException {
    Run run = fetch();

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("stored: 5 hash tiles, 4 entry bundles, 1,000 payload lines")
        .contains("fetched: 1000 entries, 1000 of them new, root ");
    Map<String, byte[]> here = files(audit.resolve("log"));
    files(published.resolve("log"))
        .forEach((name, bytes) -> assertThat(here.get(name)).as(name).isEqualTo(bytes));
    assertThat(files(audit.resolve("payloads"))).hasSize(1);
    server.close();
    assertThat(Run.of("verify", audit).out())
        .contains("payloads: 1,000 checked, 0 withheld, 0 not fetched")
        .contains("verified: 1000 entries");
  }

  @Test
  void only_what_is_new_is_fetched_again() {
    PublishedLog.of(published, key, ENTRIES.subList(0, 700));
    fetch();
    server.asked();
    PublishedLog.of(published, key, ENTRIES);

    Run run = fetch();

    assertThat(run.out()).contains("fetched: 1000 entries, 300 of them new");
    assertThat(server.asked())
        .contains("/log/tile/0/002", "/log/tile/entries/002", "/log/tile/0/003.p/232")
        .doesNotContain("/log/tile/0/000", "/log/tile/entries/000", "/log/tile/entries/001");
    assertThat(Run.of("verify", audit).out()).contains("1,000 checked");
  }

  @Test
  void a_fetch_that_was_stopped_goes_on_where_it_was() throws IOException {
    server.lie("/log/tile/entries/002", LogServer.giving(403, OTHER));
    assertThat(fetch().exit()).isEqualTo(1);
    assertThat(audit.resolve("log/checkpoint")).doesNotExist();
    Files.write(audit.resolve("log/tile/entries/002.123.part"), OTHER);
    server.repent();
    server.asked();

    assertThat(fetch().out()).contains("fetched: 1000 entries");

    assertThat(server.asked()).doesNotContain("/log/tile/0/000", "/log/tile/0/001");
    assertThat(Run.of("verify", audit).out()).contains("verified: 1000 entries");
  }

  @Test
  void a_partial_file_that_is_gone_is_cut_from_the_full_one() throws IOException {
    Path later = temporary.resolve("later");
    PublishedLog.of(later, key, SampleEvents.of(21, 1024));
    for (String file : List.of("tile/0/003", "tile/entries/003")) {
      try (Stream<Path> partial = Files.list(published.resolve("log/" + file + ".p"))) {
        Files.delete(partial.toList().getFirst());
      }
      PublishedLog.write(
          published.resolve("log/" + file), Files.readAllBytes(later.resolve("log/" + file)));
    }

    assertThat(fetch().out()).contains("fetched: 1000 entries");

    assertThat(Run.of("verify", audit).out()).contains("verified: 1000 entries");
  }

  @Test
  void a_server_that_gives_few_payloads_at_once_is_asked_until_all_are_there() {
    server.linesAtOnce(77);

    assertThat(fetch().exit()).isZero();

    assertThat(Run.of("verify", audit).out()).contains("payloads: 1,000 checked");
  }

  @Test
  void a_busy_server_is_asked_again() {
    int[] asked = {0};
    HttpHandler truth = LogServer.giving(200, bytes("log/checkpoint"));
    server.lie(
        "/log/checkpoint",
        exchange -> {
          if (asked[0]++ == 0) {
            exchange.getResponseHeaders().set("Retry-After", "0");
            LogServer.giving(503, OTHER).handle(exchange);
          } else {
            truth.handle(exchange);
          }
        });

    assertThat(fetch().exit()).isZero();
    assertThat(asked[0]).isEqualTo(2);
  }

  @Test
  void a_lying_server_is_refused_and_the_lie_is_not_stored() throws IOException {
    byte[] tile = bytes("log/tile/0/001");
    byte[] wrong = tile.clone();
    wrong[99] ^= 1;
    byte[] bundle = bytes("log/tile/entries/001");
    byte[] changed = bundle.clone();
    changed[500] ^= 1;
    refused("/log/tile/0/001", wrong, "is not the one of the tree it has signed");
    refused("/log/tile/0/001", Arrays.copyOf(tile, 99), "is no tile");
    refused("/log/tile/0/001", Arrays.copyOf(tile, 9999), "longer than the 8192 bytes");
    refused("/log/tile/1/000.p/3", new byte[96], "do not give the root it has signed");
    refused("/log/tile/entries/001", changed, "the server's entry is not the one it has signed");
    refused("/log/tile/entries/001", Arrays.copyOf(bundle, 5000), "is no bundle");
    refused("/log/checkpoint", OTHER, "signed note");
    refused("/log/checkpoint", new byte[2 << 20], "longer than");
    refused("/payloads", OTHER, "ends within a line");
    refused(
        "/payloads",
        "{\"position\":1,\"withheld\":true}\n".getBytes(StandardCharsets.UTF_8),
        "wrong at position 0");
    refused("/payloads", new byte[0], "gives no payload of position 0");
    server.repent();
    fetch();
    assertThat(Run.of("verify", audit).out()).contains("verified: 1000 entries");
  }

  private void refused(String path, byte[] body, String why) {
    server.repent();
    server.lie(path, LogServer.giving(200, body));
    assertRefused(why);
  }

  @Test
  void redirects_bombs_and_endless_answers_are_refused() throws IOException {
    server.lie(
        "/log/checkpoint",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
          LogServer.giving(302, OTHER).handle(exchange);
        });
    assertRefused("redirects to 'http://127.0.0.1:1/', which is not followed");
    byte[] bomb = bomb();
    server.lie(
        "/log/checkpoint",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          LogServer.giving(200, bomb).handle(exchange);
        });
    assertRefused("unpacks to more than");
    server.lie(
        "/log/checkpoint",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[1 << 16];
          while (true) {
            exchange.getResponseBody().write(block);
          }
        });
    assertRefused("longer than the 1048576 bytes it may have");
    server.lie("/log/checkpoint", LogServer.giving(404, new byte[0]));
    assertRefused("the server has no log");
    server.lie("/log/checkpoint", LogServer.giving(401, OTHER));
    assertRefused("give one with --token-file");
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 64; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void a_history_rewritten_since_is_refused_with_the_first_change() throws IOException {
    fetch();
    List<Entry> changed = new ArrayList<>(SampleEvents.of(21, 1300));
    changed.set(345, changed.get(345).saying(OTHER));
    PublishedLog.of(published, key, changed);

    assertRefused("position 345 is wrong: the server's log is not the one fetched last time");

    assertThat(audit.resolve("refused/checkpoint-1300")).exists();
    assertThat(Run.of("verify", audit).out()).contains("verified: 1000 entries");
  }

  @Test
  void a_log_that_goes_back_is_refused() {
    fetch();
    PublishedLog.of(published, key, ENTRIES.subList(0, 900));

    assertRefused("has 900 entries, and had 1000");
  }

  @Test
  void the_key_the_server_gives_is_trusted_once_and_then_remembered() {
    assertThat(Run.of("fetch", audit, "--from", server.address()).out())
        .contains("key: " + key.verifier());
    PublishedLog.of(published, PublishedLog.newKey(), ENTRIES);

    Run run = Run.of("fetch", audit, "--from", server.address());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("is not signed by this log");
  }

  @Test
  void two_do_not_fetch_into_one_directory_at_once() {
    try (DirectoryLock lock = new DirectoryLock(audit, "fetch")) {
      assertThat(lock).isNotNull();
      assertRefused("another fetch is at work in");
    }
    assertThat(fetch().exit()).isZero();
  }

  @Test
  void a_ledger_that_contradicts_itself_is_believed_at_once() {
    int[] asked = {0};
    server.lie(
        "/log/checkpoint",
        exchange -> {
          asked[0]++;
          LogServer.giving(
                  500,
                  "{\"code\": \"log_contradicted\", \"detail\": \"Position 3 is\\u0007 gone.\"}"
                      .getBytes(StandardCharsets.UTF_8))
              .handle(exchange);
        });
    assertRefused("/log/checkpoint: Position 3 is  gone.");
    assertThat(asked[0]).isEqualTo(1);
  }

  @Test
  void an_answer_that_is_no_http_is_not_asked_for_again() {
    int[] asked = {0};
    server.lie(
        "/log/checkpoint",
        exchange -> {
          asked[0]++;
          exchange.getResponseHeaders().set("Content-Length", "much");
          exchange.sendResponseHeaders(302, -1);
        });
    assertRefused("/log/checkpoint");
    assertThat(asked[0]).isEqualTo(1);
  }

  @Test
  void a_token_is_sent_only_where_it_is_safe() throws IOException {
    Path token = Files.writeString(temporary.resolve("token"), "secret-token\n");
    String[] got = {""};
    HttpHandler truth = LogServer.giving(200, bytes("log/checkpoint"));
    server.lie(
        "/log/checkpoint",
        exchange -> {
          got[0] = exchange.getRequestHeaders().getFirst("Authorization");
          truth.handle(exchange);
        });
    Run.of(
        "fetch", audit, "--from", server.address(), "--key", key.verifier(), "--token-file", token);
    assertThat(got[0]).isEqualTo("Bearer secret-token");

    Run run = Run.of("fetch", audit, "--from", "http://192.0.2.1", "--token-file", token);
    assertThat(run.err()).contains("not sent over plain http").doesNotContain("secret-token");
  }

  private Run fetch() {
    return Run.of("fetch", audit, "--from", server.address(), "--key", key.verifier());
  }

  private void assertRefused(String why) {
    Run run = fetch();
    assertThat(run.err()).contains(why).doesNotContain("\tat ", "unexpected");
    assertThat(run.exit()).isEqualTo(1);
  }

  private byte[] bytes(String file) {
    try {
      return Files.readAllBytes(published.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> files(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
