package org.accordledger.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.LogText;
import org.accordledger.log.Mutations;
import org.accordledger.log.NotProvenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final String ORIGIN = "l.example/m";
  private static final SignerKey KEY = SignerKey.generate(ORIGIN, SignatureType.NOTE);
  private static final TrustedLog LOG = TrustedLog.of(KEY.verifier());
  private static final byte[] ROOT = LogHash.leaf(new byte[] {1});
  private static final Checkpoint CHECKPOINT = Checkpoint.of(ORIGIN, 70_000, ROOT);

  @Test
  void aCheckpointIsItsOriginItsSizeAndItsRootOnALineEach() {
    assertThat(CHECKPOINT.body()).isEqualTo("l.example/m\n70000\n" + LogText.base64(ROOT) + "\n");
    assertThat(Checkpoint.of(ORIGIN, 0, LogHash.emptyRoot()).body())
        .isEqualTo("l.example/m\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
  }

  @Test
  void aCheckpointIsReadAsItIsWrittenAlsoWithExtensions() {
    assertThat(Checkpoint.parse(CHECKPOINT.body())).isEqualTo(CHECKPOINT);
    Checkpoint extended = Checkpoint.parse(CHECKPOINT.body() + "one \u00e9\ntwo\n");
    assertThat(extended.extensions()).containsExactly("one \u00e9", "two");
    assertThat(extended.size()).isEqualTo(70_000);
    assertThat(extended.root()).isEqualTo(ROOT);
    assertThat(extended.body()).isEqualTo(CHECKPOINT.body() + "one \u00e9\ntwo\n");
    assertThat(extended).isNotEqualTo(CHECKPOINT);
    assertThat(LOG.checkpoint(extended.sign(KEY))).isEqualTo(extended);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "o\n1\n",
        "o\n1\nR",
        "\n1\nR\n",
        "o\n\nR\n",
        "o\n1\n\n",
        "o\n01\nR\n",
        "o\n+1\nR\n",
        "o\n-1\nR\n",
        "o\n 1\nR\n",
        "o\n1 \nR\n",
        "o\n1\n R\n",
        "o\n1\nR \n",
        "o\n1\nR\n\n",
        "o\n1\nR\n\nx\n",
        "o\n1\nRR\n",
        "o\n1\nAAAA\n",
        "o\r\n1\nR\n",
        "o\n9223372036854775808\nR\n",
        "o\n1\nr\n"
      })
  void whatIsNoCheckpointIsRefused(String pattern) {
    String root = LogText.base64(ROOT);
    String body = pattern.replace("R", root).replace("r", root.replace("=", ""));
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> Checkpoint.parse(body));
  }

  @Test
  void whatCannotBeReadAgainIsNotWritten() {
    for (String origin : List.of("", "a\nb", "a\tb", "\uD83D")) {
      assertThatExceptionOfType(LogFormatException.class)
          .isThrownBy(() -> Checkpoint.of(origin, 1, ROOT));
    }
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> Checkpoint.of(ORIGIN, -1, ROOT));
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> Checkpoint.of(ORIGIN, 1, new byte[31]));
  }

  @Test
  void anyChangedByteOfASignedCheckpointIsRejected() {
    SignedNote original = CHECKPOINT.sign(KEY);
    Mutations.bits(original.bytes(), bytes -> assertThat(accepted(bytes)).isFalse());
    assertThat(accepted(original.bytes())).isTrue();
  }

  @Test
  void anyChangedByteOfASignedCheckpointIsRefusedOrMakesItAnotherNote() {
    // a signature takes the platform a millisecond, so that not all 255 values are verified above;
    // here none of them turns out to be a second spelling of what was signed
    SignedNote original = CHECKPOINT.sign(KEY);
    Mutations.of(
        original.bytes(),
        bytes -> {
          try {
            SignedNote other = SignedNote.parse(bytes);
            boolean same =
                other.unverifiedText().equals(original.unverifiedText())
                    && other.signatures().equals(original.signatures());
            assertThat(same).isFalse();
            assertThat(other.bytes()).isEqualTo(bytes);
          } catch (LogFormatException refused) {
            assertThat(refused).isNotNull();
          }
        });
  }

  @Test
  void aByteOfASignatureThatNobodyKnowsMayChangeButNotWhatIsSaid() {
    // signed-note wants unknown keys ignored: their lines can be changed into other unknown ones
    SignerKey unknown = SignerKey.generate("w", SignatureType.NOTE);
    SignedNote other = CHECKPOINT.sign(unknown);
    SignedNote note = CHECKPOINT.sign(KEY).with(other.signatures().getFirst());
    int[] accepted = new int[1];
    Mutations.bits(
        note.bytes(),
        bytes -> {
          if (accepted(bytes)) {
            accepted[0]++;
            SignedNote changed = SignedNote.parse(bytes);
            assertThat(LOG.checkpoint(changed)).isEqualTo(CHECKPOINT);
            assertThat(changed.signatures().getFirst()).isEqualTo(note.signatures().getFirst());
            assertThat(changed.signatures().get(1)).isNotEqualTo(note.signatures().get(1));
          }
        });
    assertThat(accepted[0]).isPositive();
  }

  @Test
  void aCheckpointOfAnotherLogIsRejectedAlsoWhenTheKeyIsRight() {
    SignedNote note = Checkpoint.of("other.example", 70_000, ROOT).sign(KEY);
    assertThatExceptionOfType(NotProvenException.class).isThrownBy(() -> LOG.checkpoint(note));
    SignedNote noCheckpoint = SignedNote.sign("text\n", KEY);
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> LOG.checkpoint(noCheckpoint));
  }

  @Test
  void afterARotationEitherKeySpeaksForTheLog() {
    SignerKey next = SignerKey.generate(ORIGIN, SignatureType.NOTE);
    TrustedLog both = new TrustedLog(ORIGIN, List.of(KEY.verifier(), next.verifier()));
    assertThat(both.checkpoint(CHECKPOINT.sign(KEY))).isEqualTo(CHECKPOINT);
    assertThat(both.checkpoint(CHECKPOINT.sign(next))).isEqualTo(CHECKPOINT);
    assertThatExceptionOfType(NotProvenException.class)
        .isThrownBy(() -> LOG.checkpoint(CHECKPOINT.sign(next)));
  }

  @Test
  void aWitnessDoesNotSpeakForALog() {
    VerifierKey witness = SignerKey.generate("w", SignatureType.COSIGNATURE_V1).verifier();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrustedLog(ORIGIN, List.of(KEY.verifier(), witness)));
    assertThatIllegalArgumentException().isThrownBy(() -> new TrustedLog(ORIGIN, List.of()));
  }

  private static boolean accepted(byte[] note) {
    try {
      LOG.checkpoint(SignedNote.parse(note));
      return true;
    } catch (LogFormatException | NotProvenException e) {
      return false;
    }
  }
}
