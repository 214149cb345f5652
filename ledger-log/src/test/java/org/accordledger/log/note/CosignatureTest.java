package org.accordledger.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.LogText;
import org.accordledger.log.Mutations;
import org.accordledger.log.NotProvenException;
import org.junit.jupiter.api.Test;

class CosignatureTest {
  private static final long TIME = 1_679_315_147;
  private static final SignerKey LOG = SignerKey.generate("l.example", SignatureType.NOTE);
  private static final SignerKey W1 = SignerKey.generate("w1", SignatureType.COSIGNATURE_V1);
  private static final SignerKey W2 = SignerKey.generate("w2", SignatureType.COSIGNATURE_V1);
  private static final Checkpoint CHECKPOINT =
      Checkpoint.of("l.example", 8, LogHash.leaf(new byte[] {1}));
  private static final SignedNote NOTE = CHECKPOINT.sign(LOG);
  private static final NoteSignature LINE = Cosignature.sign(W1, CHECKPOINT, TIME);

  @Test
  void theLineIsTheKeyIdTheTimeAndASignatureOverTimeAndBody() {
    ByteBuffer line =
        ByteBuffer.wrap(LogText.fromBase64(LINE.line().substring("\u2014 w1 ".length())));
    assertThat(line.getInt()).isEqualTo(W1.verifier().id());
    assertThat(line.getLong()).isEqualTo(TIME);
    byte[] signature = new byte[64];
    line.get(signature);
    assertThat(line.hasRemaining()).isFalse();
    byte[] signed = LogText.utf8("cosignature/v1\ntime 1679315147\n" + CHECKPOINT.body());
    assertThat(W1.sign(signed)).isEqualTo(signature);
  }

  @Test
  void aCosignatureVerifiesWithTheTimeItWasGivenAt() {
    SignedNote note = NOTE.with(LINE).with(Cosignature.sign(W2, CHECKPOINT, TIME + 1));
    assertThat(Cosignature.verify(note, List.of(W1.verifier(), W2.verifier())))
        .containsExactly(
            new Cosignature(W1.verifier(), TIME), new Cosignature(W2.verifier(), TIME + 1));
    assertThat(Cosignature.verify(note, List.of(W2.verifier())))
        .containsExactly(new Cosignature(W2.verifier(), TIME + 1));
    assertThat(Cosignature.verify(NOTE, List.of(W1.verifier()))).isEmpty();
    assertThat(TrustedLog.of(LOG.verifier()).checkpoint(note)).isEqualTo(CHECKPOINT);
  }

  @Test
  void extensionsAreCosignedToo() {
    Checkpoint extended = Checkpoint.parse(CHECKPOINT.body() + "more\n");
    NoteSignature line = Cosignature.sign(W1, extended, TIME);
    assertThat(Cosignature.verify(extended.sign(LOG).with(line), List.of(W1.verifier())))
        .hasSize(1);
    reject(NOTE.with(line));
  }

  @Test
  void aCosignatureOfAnotherCheckpointOrByAnotherMeansIsRejected() {
    Checkpoint other = Checkpoint.of("l.example", 9, CHECKPOINT.root());
    reject(other.sign(LOG).with(LINE));
    byte[] plain = W1.sign(LogText.utf8(CHECKPOINT.body()));
    reject(NOTE.with(new NoteSignature(W1.verifier(), plain)));
    byte[] timed = ByteBuffer.allocate(72).putLong(TIME).put(plain).array();
    reject(NOTE.with(new NoteSignature(W1.verifier(), timed)));
    byte[] value = LINE.value();
    reject(NOTE.with(new NoteSignature(W1.verifier(), Arrays.copyOf(value, 71))));
    reject(NOTE.with(new NoteSignature(W1.verifier(), Arrays.copyOf(value, 73))));
  }

  @Test
  void anyChangedBitOfACosignatureIsRejectedOrMakesItUnknown() {
    Mutations.bits(
        LogText.utf8(LINE.line()),
        bytes -> {
          try {
            SignedNote note = NOTE.with(NoteSignature.parse(LogText.utf8(bytes)));
            assertThat(Cosignature.verify(note, List.of(W1.verifier()))).isEmpty();
          } catch (LogFormatException | NotProvenException rejected) {
            assertThat(rejected).isNotNull();
          }
        });
  }

  @Test
  void aTimeBeyondTheLargestLongIsRejectedAlsoWhenItIsSigned() {
    byte[] value = CosignatureValue.sign(W1, CHECKPOINT.body(), -1);
    reject(NOTE.with(new NoteSignature(W1.verifier(), value)));
    for (long time : new long[] {0, -1}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Cosignature.sign(W1, CHECKPOINT, time));
    }
  }

  @Test
  void logsDoNotCosignAndAreNotWitnesses() {
    assertThatIllegalArgumentException().isThrownBy(() -> Cosignature.sign(LOG, CHECKPOINT, TIME));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cosignature.verify(NOTE, List.of(LOG.verifier())));
  }

  private static void reject(SignedNote note) {
    assertThatExceptionOfType(NotProvenException.class)
        .isThrownBy(() -> Cosignature.verify(note, List.of(W1.verifier())));
  }
}
