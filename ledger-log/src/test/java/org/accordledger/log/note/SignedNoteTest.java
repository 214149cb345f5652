package org.accordledger.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;
import org.accordledger.log.NotProvenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  private static final SignerKey A = SignerKey.generate("a.example", SignatureType.NOTE);
  private static final SignerKey B = SignerKey.generate("b.example", SignatureType.NOTE);
  private static final String TEXT = "one\n\n\u2014 not a signature\n";
  private static final String LINE = SignedNote.sign(TEXT, A).signatures().getFirst().line();

  // the example of c2sp.org/signed-note
  private static final String EXAMPLE =
      "This is an example message.\n\n"
          + "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ER"
          + "YNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

  @Test
  void theExampleOfTheSpecificationVerifies() {
    VerifierKey key =
        VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    SignedNote note = parse(EXAMPLE);
    assertThat(note.verify(List.of(key))).isEqualTo("This is an example message.\n");
    SignedNote changed = parse(EXAMPLE.replace("an example", "no example"));
    assertThatExceptionOfType(NotProvenException.class)
        .isThrownBy(() -> changed.verify(List.of(key)));
  }

  @Test
  void aNoteIsReadAsItIsWrittenAndVerifiesForTheKeyThatSignedIt() {
    for (String text :
        List.of("\n", "a\n", "\n\n", "a\n\n", TEXT, "\u2014\n\u00e9 \uD83D\uDE00\n")) {
      SignedNote note = SignedNote.sign(text, A);
      SignedNote read = SignedNote.parse(note.bytes());
      assertThat(read.unverifiedText()).isEqualTo(text);
      assertThat(read.verify(List.of(A.verifier()))).isEqualTo(text);
      assertThat(read.bytes()).isEqualTo(note.bytes());
      assertThat(read).hasToString(LogText.utf8(note.bytes()));
    }
  }

  @Test
  void oneKnownSignatureIsEnoughAndUnknownOnesAreIgnored() {
    SignedNote note = SignedNote.sign(TEXT, A).with(by(B));
    assertThat(note.verify(List.of(A.verifier()))).isEqualTo(TEXT);
    assertThat(note.verify(List.of(B.verifier()))).isEqualTo(TEXT);
    assertThat(note.verify(List.of(B.verifier(), A.verifier()))).isEqualTo(TEXT);
    assertThat(note.verify(List.of(A.verifier(), A.verifier()))).isEqualTo(TEXT);
  }

  @Test
  void withoutAKnownSignatureTheNoteIsRejected() {
    SignedNote note = SignedNote.sign(TEXT, A);
    reject(note, List.of(B.verifier()));
    reject(note, List.of());
  }

  @Test
  void aFailingSignatureOfAKnownKeyRejectsTheNoteAlsoBesideAGoodOne() {
    NoteSignature wrong = SignedNote.sign("other\n", B).signatures().getFirst();
    SignedNote note = SignedNote.sign(TEXT, A).with(wrong);
    assertThat(note.verify(List.of(A.verifier()))).isEqualTo(TEXT);
    reject(note, List.of(A.verifier(), B.verifier()));
    reject(SignedNote.sign(TEXT, B).with(wrong), List.of(B.verifier()));
  }

  @Test
  void aKeyIsKnownByNameAndIdTogether() {
    SignerKey sameName = SignerKey.generate("a.example", SignatureType.NOTE);
    SignedNote note = SignedNote.sign(TEXT, A).with(by(sameName));
    assertThat(note.verify(List.of(A.verifier()))).isEqualTo(TEXT);
    SignedNote sameId = parse(TEXT + "\n" + LINE.replace("a.example", "b.example") + "\n");
    reject(sameId, List.of(A.verifier(), B.verifier()));
  }

  @Test
  void aSignatureOfAnotherLengthIsNoSignature() {
    byte[] idAndValue = LogText.fromBase64(LINE.substring(LINE.lastIndexOf(' ') + 1));
    for (int length : new int[] {5, 67, 69, 76}) {
      byte[] other = Arrays.copyOf(idAndValue, length);
      SignedNote note = parse(TEXT + "\n\u2014 a.example " + LogText.base64(other) + "\n");
      reject(note, List.of(A.verifier()));
    }
  }

  @Test
  void sixteenSignaturesAndMoreAreReadAndEndlesslyManyAreNot() {
    String most = TEXT + "\n" + (LINE + "\n").repeat(SignedNote.MAX_SIGNATURES);
    assertThat(parse(most).verify(List.of(A.verifier()))).isEqualTo(TEXT);
    assertThat(SignedNote.MAX_SIGNATURES).isGreaterThanOrEqualTo(16);
    refuse(most + LINE + "\n");
    refuse("x".repeat(SignedNote.MAX_BYTES) + "\n\n" + LINE + "\n");
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> parse(most).with(by(A)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        "T\n",
        "T\n\n",
        "T\nL\n",
        "T\n\nL",
        "T\nL\n\n",
        "\nL\n",
        "L\n",
        "T\n\nL\n\n",
        "T\n\nL\nx\n",
        "T\n\nL\n L\n",
        "T\r\n\nL\n",
        "T\n\nL\r\n",
        "T\tx\n\nL\n",
        "T\u0000\n\nL\n"
      })
  void whatIsNoNoteIsRefused(String pattern) {
    refuse(pattern.replace("L", LINE).replace("T", "text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u2014",
        "\u2014 ",
        "\u2014 a",
        "\u2014 a ",
        "\u2014  AAAAAAAA",
        "- a AAAAAAAA",
        "\u2014a AAAAAAAA",
        "\u2014 a AAAAAAAA ",
        "\u2014 a  AAAAAAAA",
        "\u2014 a AAAAAA==",
        "\u2014 a AAAAAAA",
        "\u2014 a AAAAAAB=",
        "\u2014 a+b AAAAAAAA",
        "\u2014 a\u00a0b AAAAAAAA",
        "\u2014 a b AAAAAAAA",
        " \u2014 a AAAAAAAA",
        "\u2014 a AAAAAAAA\n"
      })
  void whatIsNoSignatureLineIsRefused(String line) {
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> NoteSignature.parse(line));
    refuse(TEXT + "\n" + line + "\n");
  }

  @Test
  void aSignatureLineIsReadAsItIsWritten() {
    NoteSignature signature = NoteSignature.parse("\u2014 a AAAAAQE=");
    assertThat(signature.name()).isEqualTo("a");
    assertThat(signature.keyId()).isEqualTo(1);
    assertThat(signature.line()).isEqualTo("\u2014 a AAAAAQE=");
    assertThat(NoteSignature.parse(LINE)).isEqualTo(by(A)).hasSameHashCodeAs(by(A));
  }

  @Test
  void onlyANoteInUtf8IsReadAndOnlyATextThatCanBeReadAgainIsSigned() {
    byte[] bytes = SignedNote.sign("\u00e9\n", A).bytes();
    bytes[1] = 'x';
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> SignedNote.parse(bytes));
    for (String text : List.of("", "a", "a\tb\n", "a\r\n", "\uD83D\n")) {
      assertThatExceptionOfType(LogFormatException.class)
          .isThrownBy(() -> SignedNote.sign(text, A));
    }
  }

  @Test
  void aWitnessKeyDoesNotSignNotes() {
    SignerKey witness = SignerKey.generate("w.example", SignatureType.COSIGNATURE_V1);
    assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.sign(TEXT, witness));
  }

  private static NoteSignature by(SignerKey key) {
    return SignedNote.sign(TEXT, key).signatures().getFirst();
  }

  private static SignedNote parse(String note) {
    return SignedNote.parse(LogText.utf8(note));
  }

  private static void refuse(String note) {
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> parse(note));
  }

  private static void reject(SignedNote note, List<VerifierKey> known) {
    assertThatExceptionOfType(NotProvenException.class).isThrownBy(() -> note.verify(known));
  }
}
