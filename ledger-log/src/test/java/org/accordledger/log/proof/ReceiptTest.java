package org.accordledger.log.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.LogText;
import org.accordledger.log.Mutations;
import org.accordledger.log.NaiveTree;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.TreeVectors;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.Cosignature;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.TrustedLog;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.log.tile.PublishedTiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
  private static final SignerKey KEY = SignerKey.generate("l.example", SignatureType.NOTE);
  private static final SignerKey WITNESS = SignerKey.generate("w", SignatureType.COSIGNATURE_V1);
  private static final TrustedLog LOG = TrustedLog.of(KEY.verifier());
  private static final List<byte[]> LEAVES = TreeVectors.leaves();
  private static final int SIZE = 7;
  private static final int INDEX = 6;
  private static final byte[] LEAF = LEAVES.get(INDEX);
  private static final Checkpoint CHECKPOINT =
      Checkpoint.of("l.example", SIZE, HexFormat.of().parseHex(TreeVectors.ROOTS.get(SIZE)));
  private static final Receipt RECEIPT = Receipt.of(proof(INDEX), CHECKPOINT.sign(KEY));

  @Test
  void aReceiptIsTheProofFromTheLeafToTheRootAndTheCheckpoint() {
    List<byte[]> path = NaiveTree.path(INDEX, LEAVES.subList(0, SIZE));
    assertThat(text(RECEIPT))
        .isEqualTo(
            "c2sp.org/tlog-proof@v1\nindex 6\n"
                + LogText.base64(path.get(0))
                + "\n"
                + LogText.base64(path.get(1))
                + "\n\n"
                + CHECKPOINT.sign(KEY));
    assertThat(text(RECEIPT.withExtra(new byte[] {1})))
        .startsWith("c2sp.org/tlog-proof@v1\nextra AQ==\nindex 6\n");
  }

  @Test
  void aReceiptIsReadAsItIsWrittenAndVerifiesOnlyForItsLeafAndItsLog() {
    SignedNote cosigned = CHECKPOINT.sign(KEY).with(Cosignature.sign(WITNESS, CHECKPOINT, 1));
    for (int index = 0; index < SIZE; index++) {
      Receipt read = Receipt.parse(Receipt.of(proof(index), cosigned).bytes());
      assertThat(read.bytes()).isEqualTo(Receipt.of(proof(index), cosigned).bytes());
      assertThat(read.proof().index()).isEqualTo(index);
      assertThat(read.extra()).isEmpty();
      for (int leaf = 0; leaf < LEAVES.size(); leaf++) {
        assertThat(accepted(read, LEAVES.get(leaf), LOG)).isEqualTo(leaf == index);
      }
      assertThat(read.verify(LEAVES.get(index), LOG)).isEqualTo(CHECKPOINT);
      assertThat(Cosignature.verify(read.checkpoint(), List.of(WITNESS.verifier()))).hasSize(1);
    }
    VerifierKey other = SignerKey.generate("l.example", SignatureType.NOTE).verifier();
    assertThat(accepted(RECEIPT, LEAF, TrustedLog.of(other))).isFalse();
    TrustedLog named = new TrustedLog("other.example", List.of(KEY.verifier()));
    assertThat(accepted(RECEIPT, LEAF, named)).isFalse();
  }

  @Test
  void aTreeOfOneLeafHasAReceiptWithoutHashes() {
    Checkpoint one =
        Checkpoint.of("l.example", 1, HexFormat.of().parseHex(TreeVectors.ROOTS.get(1)));
    Receipt receipt = Receipt.of(InclusionProof.of(0, List.of()), one.sign(KEY));
    assertThat(Receipt.parse(receipt.bytes()).verify(new byte[0], LOG)).isEqualTo(one);
  }

  @Test
  void anyChangedByteOfAReceiptIsRejected() {
    byte[] original = RECEIPT.bytes();
    byte[] checkpoint = RECEIPT.checkpoint().bytes();
    byte[] before = Arrays.copyOf(original, original.length - checkpoint.length);
    // with the checkpoint as it was, only the proof is left to look at, and that takes no time
    Mutations.of(
        before, bytes -> assertThat(proves(joined(bytes, checkpoint), checkpoint)).isFalse());
    assertThat(proves(original, checkpoint)).isTrue();
    Mutations.bits(original, bytes -> assertThat(accepted(bytes)).isFalse());
    assertThat(accepted(original)).isTrue();
  }

  @Test
  void extraDataMayChangeBecauseNothingSignsItButNothingElseChangesWithIt() {
    byte[] extra = {1, 2, 3, 4};
    byte[] original = RECEIPT.withExtra(extra).bytes();
    int[] changed = new int[1];
    Mutations.bits(
        Arrays.copyOf(original, "c2sp.org/tlog-proof@v1\nextra AQIDBA==\nindex 6\n".length()),
        start -> {
          byte[] bytes = original.clone();
          System.arraycopy(start, 0, bytes, 0, start.length);
          if (accepted(bytes)) {
            changed[0]++;
            Receipt other = Receipt.parse(bytes);
            assertThat(other.extra().orElseThrow()).isNotEqualTo(extra);
            assertThat(text(Receipt.of(other.proof(), other.checkpoint())))
                .isEqualTo(text(RECEIPT));
          }
        });
    assertThat(changed[0]).isPositive();
    assertThat(Receipt.parse(original).extra()).contains(extra);
    assertThatIllegalArgumentException().isThrownBy(() -> RECEIPT.withExtra(new byte[0]));
  }

  @Test
  void aReceiptOfAnotherIndexOrWithOtherHashesIsRejected() {
    String text = text(RECEIPT);
    String[] lines = text.split("\n", -1);
    for (int index = 0; index < 9; index++) {
      assertThat(accepted(bytes(text.replace("index 6", "index " + index)))).isEqualTo(index == 6);
    }
    assertThat(accepted(bytes(text.replace(lines[2] + "\n", "")))).isFalse();
    assertThat(accepted(bytes(text.replace(lines[2], lines[2] + "\n" + lines[2])))).isFalse();
    assertThat(accepted(bytes(text.replace(lines[2], lines[3])))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "H\nI\nh\n",
        "H\nI\nh\nC",
        "I\nh\n\nC",
        "H\nh\n\nC",
        "H\nI\nI\nh\n\nC",
        "H \nI\nh\n\nC",
        "H\r\nI\r\nh\r\n\r\nC",
        "\nH\nI\nh\n\nC",
        "H\nindex 06\nh\n\nC",
        "H\nindex -1\nh\n\nC",
        "H\nindex  6\nh\n\nC",
        "H\nindex 9223372036854775808\nh\n\nC",
        "H\nextra AQ\nI\nh\n\nC",
        "H\nextra \nI\nh\n\nC",
        "H\nextra\nI\nh\n\nC",
        "H\nextra AQ==\nextra AQ==\nI\nh\n\nC",
        "H\nI\nextra AQ==\nh\n\nC",
        "H\nextra AQ==\n\nC",
        "H\nI\nh \n\nC",
        "H\nI\nAQ==\n\nC",
        "H\nI\nh\n\n\nC",
        "H\nI\nh\n\nC\n",
        "H\nI\nh\n\nCh\n"
      })
  void whatIsNoReceiptIsRefused(String pattern) {
    String text =
        pattern
            .replace("C", RECEIPT.checkpoint().toString())
            .replace("H", "c2sp.org/tlog-proof@v1")
            .replace("I", "index 6")
            .replace("h", LogText.base64(proof(INDEX).hashes().getFirst()));
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> Receipt.parse(bytes(text)));
  }

  @Test
  void aReceiptThatIsCutOffIsRejected() {
    byte[] whole = RECEIPT.bytes();
    for (int length = 0; length < whole.length; length++) {
      assertThat(accepted(Arrays.copyOf(whole, length))).isFalse();
    }
  }

  private static InclusionProof proof(int index) {
    return InclusionProof.build(index, SIZE, new TileNodes(SIZE, PublishedTiles.of(LEAVES)));
  }

  /** What {@link Receipt#verify} says, but without verifying the signature that is known. */
  private static boolean proves(byte[] receipt, byte[] signedCheckpoint) {
    try {
      Receipt read = Receipt.parse(receipt);
      if (!Arrays.equals(read.checkpoint().bytes(), signedCheckpoint)) {
        return accepted(receipt);
      }
      read.proof().verify(LogHash.leaf(LEAF), SIZE, CHECKPOINT.root());
      return true;
    } catch (LogFormatException | NotProvenException e) {
      return false;
    }
  }

  private static boolean accepted(byte[] receipt) {
    try {
      return accepted(Receipt.parse(receipt), LEAF, LOG);
    } catch (LogFormatException e) {
      return false;
    }
  }

  private static boolean accepted(Receipt receipt, byte[] leaf, TrustedLog log) {
    try {
      receipt.verify(leaf, log);
      return true;
    } catch (LogFormatException | NotProvenException e) {
      return false;
    }
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static String text(Receipt receipt) {
    return new String(receipt.bytes(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
