package org.accordledger.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;
import org.accordledger.log.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final String FOO =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  // the pair that the documentation of golang.org/x/mod/sumdb/note uses
  private static final String GO_SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String GO_PUBLIC =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  @Test
  void theKeyOfTheFormatsCheckVectorIsReadAndWritten() {
    VerifierKey key = VerifierKey.parse(FOO);
    assertThat(key.name()).isEqualTo("example.com/foo");
    assertThat(key.id()).isEqualTo(0x530d903a);
    assertThat(key.type()).isEqualTo(SignatureType.NOTE);
    assertThat(key.encoded()).isEqualTo(FOO);
  }

  @Test
  void theSecretKeyOfAnotherImplementationHasThePublicKeyItSays() {
    SignerKey key = SignerKey.parse(GO_SECRET);
    assertThat(key.verifier()).isEqualTo(VerifierKey.parse(GO_PUBLIC));
    assertThat(key.encoded()).isEqualTo(GO_SECRET);
  }

  @Test
  void theFirstTestOfRfc8032ComesOut() {
    HexFormat hex = HexFormat.of();
    byte[] secret =
        hex.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    byte[] publicKey = Ed25519.publicKey(secret);
    assertThat(hex.formatHex(publicKey))
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    byte[] signature = Ed25519.sign(secret, new byte[0]);
    assertThat(hex.formatHex(signature))
        .isEqualTo(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    assertThat(Ed25519.verifies(publicKey, new byte[0], signature)).isTrue();
    assertThat(Ed25519.verifies(publicKey, new byte[1], signature)).isFalse();
  }

  @Test
  void aNewKeyIsReadAsItIsWritten() {
    for (SignatureType type : SignatureType.values()) {
      SignerKey key = SignerKey.generate("ledger.example/main", type);
      assertThat(SignerKey.parse(key.encoded()).verifier()).isEqualTo(key.verifier());
      assertThat(VerifierKey.parse(key.verifier().encoded())).isEqualTo(key.verifier());
      assertThat(SignerKey.generate("ledger.example/main", type).verifier())
          .isNotEqualTo(key.verifier());
    }
  }

  @Test
  void theSameBytesAreAnotherKeyForAnotherUse() {
    byte[] bytes = Ed25519.publicKey(Ed25519.newSecret());
    VerifierKey log = VerifierKey.of("a.example", SignatureType.NOTE, bytes);
    VerifierKey witness = VerifierKey.of("a.example", SignatureType.COSIGNATURE_V1, bytes);
    assertThat(log.id()).isNotEqualTo(witness.id());
    assertThat(log).isNotEqualTo(witness);
    assertThat(LogText.fromBase64(witness.encoded().split("\\+", 3)[2])).startsWith(4);
  }

  @Test
  void anyChangedByteOfAVerifierKeyIsRefused() {
    Mutations.of(
        FOO.getBytes(StandardCharsets.UTF_8),
        bytes -> refuse(new String(bytes, StandardCharsets.ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a+530d903a",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+0530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k+",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
        "example.com/foo+530d903a+",
        " example.com/foo+530d903a+AA=="
      })
  void whatIsNoKeyIsRefused(String text) {
    refuse(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a+b",
        "a\tb",
        "a\nb",
        "a\u00a0b",
        "a\u0085",
        "\u2003",
        "\u3000b",
        "\u2028",
        "a\u0000",
        "\uD83D"
      })
  void aNameWithoutLettersOrWithSpacesOrPlusIsRefused(String name) {
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> SignerKey.generate(name, SignatureType.NOTE));
  }

  @Test
  void anUnknownTypeAndBytesThatAreNoKeyAreRefused() {
    byte[] typeAndKey = LogText.fromBase64(FOO.split("\\+", 3)[2]);
    typeAndKey[0] = 6;
    refuse("example.com/foo+530d903a+" + LogText.base64(typeAndKey));
    for (int length : new int[] {0, 31, 33}) {
      assertThatExceptionOfType(LogFormatException.class)
          .isThrownBy(() -> VerifierKey.of("a", SignatureType.NOTE, new byte[length]));
    }
    byte[] noPoint = new byte[32];
    noPoint[0] = 2;
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> VerifierKey.of("a", SignatureType.NOTE, noPoint));
  }

  @Test
  void aSecretKeyIsNeitherPrintedNorRepeatedInARefusal() {
    SignerKey key = SignerKey.generate("a.example", SignatureType.NOTE);
    String secret = key.encoded().split("\\+", 5)[4].substring(2, 20);
    assertThat(key.toString()).contains(key.verifier().encoded()).doesNotContain(secret);
    for (String wrong :
        new String[] {
          key.encoded().substring(1),
          key.encoded() + "=",
          key.encoded().replace("a.example", "b.example"),
          key.encoded().replace("a.example", "a example")
        }) {
      assertThatExceptionOfType(LogFormatException.class)
          .isThrownBy(() -> SignerKey.parse(wrong))
          .withNoCause()
          .withMessageNotContaining(secret);
    }
  }

  private static void refuse(String text) {
    assertThatExceptionOfType(LogFormatException.class)
        .as(text)
        .isThrownBy(() -> VerifierKey.parse(text));
  }
}
