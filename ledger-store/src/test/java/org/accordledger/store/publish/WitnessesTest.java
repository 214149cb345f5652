package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.accordledger.log.LogHash;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.Cosignature;
import org.accordledger.log.note.NoteSignature;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.store.TestDatabase;
import org.accordledger.store.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Witnesses are asked about every checkpoint; what they do never keeps the log from its readers.
 */
class WitnessesTest {
  private static final Duration PATIENCE = TestNode.PATIENCE;

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  @TempDir Path directory;
  private TestNode node;
  private TestWitness one;
  private TestWitness two;
  private VerifierKey key;

  @BeforeEach
  void aLogAndTwoWitnessesWhoKnowIt() throws IOException {
    node = TestNode.on(postgres.source());
    TestPublication.started(postgres.source(), directory).close();
    key = files().key();
    one = new TestWitness(key);
    two = new TestWitness(key);
  }

  @AfterEach
  void theyAreClosed() {
    node.close();
    one.close();
    two.close();
  }

  @Test
  void theirLinesAreServedWithTheCheckpointAndInReceipts() throws Exception {
    try (LogPublisher publisher = start(Duration.ofSeconds(10))) {
      append(3);
      assertThat(publisher.awaitPublished(2, PATIENCE)).isTrue();
      append(300);
      assertThat(publisher.awaitPublished(302, PATIENCE)).isTrue();
      await().until(() -> cosignatures(publisher.latest().note()).size() == 2);
      assertThat(files().verify(key)).isEqualTo(303);
      SignedNote served = SignedNote.parse(files().read("checkpoint"));
      assertThat(cosignatures(served))
          .extracting(Cosignature::witness)
          .containsExactly(one.verifier(), two.verifier());
      assertThat(cosignatures(publisher.receipt(7).orElseThrow().checkpoint())).hasSize(2);
      assertThat(publisher.witnesses())
          .extracting(WitnessState::cosigned)
          .containsExactly(303L, 303L);
      assertThat(one.asked()).containsOnly("POST /w/add-checkpoint");
    }
  }

  @Test
  void aRestartServesTheirLinesAgainWithoutAskingTwice() throws Exception {
    try (LogPublisher publisher = start(Duration.ofSeconds(10))) {
      append(3);
      assertThat(publisher.awaitPublished(2, PATIENCE)).isTrue();
      await().until(() -> cosignatures(publisher.latest().note()).size() == 2);
    }
    int asked = one.asked().size();
    try (LogPublisher publisher = start(Duration.ofSeconds(10))) {
      assertThat(cosignatures(publisher.latest().note())).hasSize(2);
      assertThat(one.asked()).hasSize(asked);
      append(1);
      await().until(() -> publisher.latest().size() == 4);
      await().until(() -> cosignatures(publisher.latest().note()).size() == 2);
    }
  }

  @Test
  void aWitnessThatDoesNotAnswerDelaysNothingAndItsLineIsServedWhenItComes() throws Exception {
    CountDownLatch gate = one.shut();
    try (LogPublisher publisher = start(Duration.ofMillis(20))) {
      for (int i = 0; i < 10; i++) {
        append(1);
        assertThat(publisher.awaitPublished(i, PATIENCE)).isTrue();
      }
      assertThat(publisher.latest().size()).isEqualTo(10);
      await().until(() -> cosignatures(publisher.latest().note()).size() == 1);
      gate.countDown();
      await().until(() -> cosignatures(publisher.latest().note()).size() == 2);
      assertThat(one.size()).isEqualTo(10);
      assertThat(files().verify(key)).isEqualTo(10);
    }
  }

  @Test
  void everyRefusalIsToldAndTheOtherWitnessIsNotAffected() throws Exception {
    for (int status : new int[] {302, 400, 403, 404, 422, 500}) {
      one.answer(new TestWitness.Answer(status, ""));
      try (LogPublisher publisher = start(Duration.ofSeconds(10))) {
        append(1);
        await().until(() -> cosignatures(publisher.latest().note()).size() == 1);
        await().until(() -> problem(publisher).contains(String.valueOf(status)));
        assertThat(publisher.state().condition()).isEqualTo(PublisherState.Condition.UP);
      }
    }
    assertThat(one.asked()).containsOnly("POST /w/add-checkpoint");
    one.answer(null);
    try (LogPublisher publisher = start(Duration.ofSeconds(10))) {
      await().until(() -> cosignatures(publisher.latest().note()).size() == 2);
      assertThat(problem(publisher)).isEmpty();
    }
  }

  @Test
  void answersThatAreNoCosignaturesAreRefused() throws Exception {
    SignerKey stranger = SignerKey.generate("witness.example/w", SignatureType.COSIGNATURE_V1);
    Checkpoint other = Checkpoint.of(TestNode.ORIGIN, 5, new byte[32]);
    String line = Cosignature.sign(stranger, other, 1).toString() + "\n";
    String forged = line.replace(" " + line.split(" ", 3)[2], " " + withIdOf(one.verifier(), line));
    for (String body : List.of("", "\n", "rubbish\n", line, forged, "x".repeat(100_000))) {
      one.answer(new TestWitness.Answer(200, body));
      try (LogPublisher publisher = start(Duration.ofSeconds(10))) {
        append(1);
        await().until(() -> cosignatures(publisher.latest().note()).size() == 1);
        await().until(() -> !problem(publisher).isEmpty());
        assertThat(files().verify(key)).isEqualTo(publisher.latest().size());
      }
    }
  }

  /** The base64 of a line's signature under the id of another key. */
  private static String withIdOf(VerifierKey key, String line) {
    byte[] bytes = Base64.getDecoder().decode(line.strip().split(" ", 3)[2]);
    ByteBuffer.wrap(bytes).putInt(key.id());
    return Base64.getEncoder().encodeToString(bytes) + "\n";
  }

  @Test
  void aWitnessThatSawAnotherHistoryIsToldApart() throws Exception {
    append(4);
    one.saw(4, new byte[32]);
    try (LogPublisher publisher = start(Duration.ofSeconds(10))) {
      await().until(() -> problem(publisher).contains("another history of 4 entries"));
      append(1);
      await().until(() -> publisher.latest().size() == 5);
      assertThat(publisher.state().condition()).isEqualTo(PublisherState.Condition.UP);
    }
  }

  @Test
  void aWitnessThatIsFurtherIsNotAskedToGoBack() throws Exception {
    append(4);
    one.saw(9, new byte[32]);
    try (LogPublisher publisher = start(Duration.ofSeconds(10))) {
      await().until(() -> problem(publisher).contains("it has seen 9 entries already"));
      assertThat(one.size()).isEqualTo(9);
    }
  }

  @Test
  void aWitnessThatForgotEverythingIsAskedFromTheBeginning() throws Exception {
    try (LogPublisher publisher = start(Duration.ofSeconds(10))) {
      append(4);
      await().until(() -> one.size() == 4);
      one.saw(0, LogHash.emptyRoot());
      append(1);
      await().until(() -> cosignatures(publisher.latest().note()).size() == 2 && one.size() == 5);
    }
  }

  @Test
  void onlyProperAddressesAndKeysOfWitnessesAreConfigured() {
    for (String wrong :
        List.of(
            "file:///etc", "ftp://w.example/", "w.example/add", "http:///x", "https://w/?q=1")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Witness(URI.create(wrong), one.verifier()));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Witness(URI.create("https://w.example"), key));
  }

  private static String problem(LogPublisher publisher) {
    return publisher.witnesses().getFirst().problem().orElse("");
  }

  private List<Cosignature> cosignatures(SignedNote note) {
    assertThat(note.signatures()).extracting(NoteSignature::name).contains(TestNode.ORIGIN);
    return Cosignature.verify(note, List.of(one.verifier(), two.verifier()));
  }

  private PublicFiles files() {
    return new PublicFiles(directory.resolve("log"));
  }

  private int version;

  private void append(int count) {
    String[] texts = new String[count];
    Arrays.fill(texts, "note");
    node.append("note-1", version, texts);
    version += count;
  }

  private LogPublisher start(Duration patience) {
    LogDirectory log = LogDirectory.open(directory.resolve("log"));
    SigningKeys keys = SigningKeys.open(directory.resolve("keys"), log, TestNode.ORIGIN);
    WitnessConfig witnesses =
        new WitnessConfig(List.of(one.witness(), two.witness()), patience, Duration.ofSeconds(30));
    return LogPublisher.start(
        node.store(),
        log,
        keys,
        new LogPublisherConfig(Duration.ofMillis(5), Duration.ofMinutes(10), witnesses));
  }
}
