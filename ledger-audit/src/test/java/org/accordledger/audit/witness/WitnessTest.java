package org.accordledger.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.sample.Entry;
import org.accordledger.audit.sample.PublishedLog;
import org.accordledger.audit.sample.SampleEvents;
import org.accordledger.log.LogText;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.Cosignature;
import org.accordledger.log.note.NoteSignature;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.proof.ConsistencyProof;
import org.accordledger.log.proof.TileNodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
  private static final List<Entry> ENTRIES = SampleEvents.of(61, 400);

  @TempDir private Path directory;

  private final SignerKey log = PublishedLog.newKey();
  private final SignerKey key =
      SignerKey.generate("witness.example/w", SignatureType.COSIGNATURE_V1);
  private Path files;
  private Witness witness;

  @BeforeEach
  void start() {
    files = directory.resolve("log");
    PublishedLog published = new PublishedLog(directory, log);
    ENTRIES.forEach(entry -> published.append(entry.leaf().bytes()));
    published.publish();
    witness = witness();
  }

  private Witness witness() {
    return new Witness(
        key, List.of(log.verifier()), directory.resolve("state"), InstantSource.system());
  }

  /** What the log asks for at a size, with the proof from another. */
  private String request(long old, long size) {
    LogDirectory tiles = LogDirectory.at(files);
    return request(old, ConsistencyProof.build(old, size, new TileNodes(400, tiles)), at(size));
  }

  private static String request(long old, ConsistencyProof proof, SignedNote note) {
    StringBuilder body = new StringBuilder("old " + old + "\n");
    proof.hashes().forEach(hash -> body.append(LogText.base64(hash)).append('\n'));
    return body.append('\n').append(note).toString();
  }

  private SignedNote at(long size) {
    Path part = directory.resolve("part-" + size);
    PublishedLog published = new PublishedLog(part, log);
    ENTRIES.subList(0, (int) size).forEach(entry -> published.append(entry.leaf().bytes()));
    return published.publish().sign(log);
  }

  private SignedNote forged(int size) {
    List<Entry> changed = new ArrayList<>(ENTRIES.subList(0, size));
    changed.set(3, changed.get(3).saying("{}".getBytes(StandardCharsets.UTF_8)));
    PublishedLog published = new PublishedLog(directory.resolve("forged"), log);
    changed.forEach(entry -> published.append(entry.leaf().bytes()));
    return published.publish().sign(log);
  }

  private WitnessAnswer add(String body) {
    return witness.add(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_log_that_grows_is_cosigned_again_and_again() {
    for (long[] step : new long[][] {{0, 100}, {100, 100}, {100, 256}, {256, 400}}) {
      WitnessAnswer answer = add(request(step[0], step[1]));

      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      SignedNote note = at(step[1]).with(NoteSignature.parse(answer.body().strip()));
      assertThat(Cosignature.verify(note, List.of(key.verifier()))).hasSize(1);
    }
  }

  @Test
  void the_protocols_answers() {
    assertThat(add("nonsense").status()).isEqualTo(400);
    assertThat(add("old 01\n\n" + at(5)).status()).isEqualTo(400);
    assertThat(add("old 300\n\n" + at(5)).status()).isEqualTo(400);
    SignerKey unknown = SignerKey.generate("other.example", SignatureType.NOTE);
    SignedNote other = Checkpoint.parse("other.example\n5\n" + root(5)).sign(unknown);
    assertThat(add("old 0\n\n" + other).status()).isEqualTo(404);
    SignedNote stranger = Checkpoint.parse(at(5).unverifiedText()).sign(PublishedLog.newKey());
    assertThat(add("old 0\n\n" + stranger).status()).isEqualTo(403);
    assertThat(add("old 7\n\n" + at(9)))
        .isEqualTo(new WitnessAnswer(409, "text/x.tlog.size", "0\n"));
    add(request(0, 100));
    assertThat(add(request(0, 300))).isEqualTo(new WitnessAnswer(409, "text/x.tlog.size", "100\n"));
    assertThat(add("old 100\n\n" + at(300)).status()).isEqualTo(422);
    assertThat(add("old 100\n" + root(100) + "\n" + at(300)).status()).isEqualTo(422);
    assertThat(add(request(100, 300)).status()).isEqualTo(200);
  }

  private String root(long size) {
    return at(size).unverifiedText().lines().skip(2).findFirst().orElseThrow() + "\n";
  }

  @Test
  void two_histories_of_one_size_are_refused_and_kept() throws IOException {
    add(request(0, 100));

    WitnessAnswer answer = add("old 100\n\n" + forged(100));

    assertThat(answer).isEqualTo(new WitnessAnswer(409, "text/x.tlog.size", "100\n"));
    assertThat(evidence()).hasSize(2);
    assertThat(add(request(100, 400)).status()).isEqualTo(200);
  }

  @Test
  void a_history_rewritten_and_grown_is_refused() {
    add(request(0, 100));
    SignedNote note = forged(300);
    ConsistencyProof proof =
        ConsistencyProof.build(
            100, 300, new TileNodes(300, LogDirectory.at(directory.resolve("forged/log"))));

    assertThat(add(request(100, proof, note)).status()).isEqualTo(422);

    assertThat(add(request(100, 300)).status()).isEqualTo(200);
    assertThat(directory.resolve("state/evidence")).doesNotExist();
  }

  private List<Path> evidence() throws IOException {
    try (Stream<Path> found = Files.walk(directory.resolve("state/evidence"))) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void what_was_cosigned_is_remembered_over_a_restart() {
    add(request(0, 100));

    witness = witness();

    assertThat(add(request(0, 300)).body()).isEqualTo("100\n");
    assertThat(add(request(100, 300)).status()).isEqualTo(200);
  }

  @Test
  void state_that_was_changed_keeps_a_witness_from_starting() throws IOException {
    add(request(0, 100));
    Path file;
    try (Stream<Path> found = Files.list(directory.resolve("state/logs"))) {
      file = found.toList().getFirst();
    }
    Files.writeString(file, Files.readString(file).replace("\n100\n", "\n99\n"));

    assertThatThrownBy(this::witness)
        .isInstanceOf(AuditProblem.class)
        .hasMessageContaining("state of the witness");
  }

  @Test
  void of_many_at_once_one_continues_and_the_others_are_told_the_size() throws Exception {
    add(request(0, 100));
    List<String> bodies = new ArrayList<>();
    for (int size = 101; size <= 120; size++) {
      bodies.add(request(100, size));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> calls =
          bodies.stream().<Callable<Integer>>map(body -> () -> add(body).status()).toList();
      List<Integer> answers = new ArrayList<>();
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    }
  }

  @Test
  void a_key_of_another_kind_is_refused() {
    assertThatThrownBy(
            () -> new Witness(log, List.of(log.verifier()), directory, InstantSource.system()))
        .hasMessageContaining("no key of a witness");
    assertThatThrownBy(
            () -> new Witness(key, List.of(key.verifier()), directory, InstantSource.system()))
        .hasMessageContaining("not of a log");
  }

  @Test
  void it_speaks_http() throws Exception {
    List<String> journal = new ArrayList<>();
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (WitnessServer server = new WitnessServer(witness, any, journal::add);
        HttpClient client = HttpClient.newHttpClient()) {
      String base = "http://127.0.0.1:" + server.address().getPort();
      assertThat(post(client, base + "/add-checkpoint", request(0, 100)).statusCode())
          .isEqualTo(200);
      HttpResponse<String> conflict = post(client, base + "/add-checkpoint", request(0, 200));
      assertThat(conflict.statusCode()).isEqualTo(409);
      assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
      assertThat(conflict.body()).isEqualTo("100\n");
      assertThat(post(client, base + "/other", "").statusCode()).isEqualTo(404);
      assertThat(
              client
                  .send(
                      HttpRequest.newBuilder(URI.create(base + "/add-checkpoint")).build(),
                      HttpResponse.BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(405);
      assertThat(post(client, base + "/add-checkpoint", "x".repeat(2 << 20)).statusCode())
          .isEqualTo(413);
    }
  }

  private static HttpResponse<String> post(HttpClient client, String url, String body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
