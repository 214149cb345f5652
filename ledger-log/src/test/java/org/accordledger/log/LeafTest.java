package org.accordledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeafTest {
  private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.000089Z");
  private static final String COMMITMENT = LogHash.commitment(new byte[32], new byte[0]);

  @Test
  void aLeafIsTheEventWithoutItsDataWithSortedKeysAndNoSpaces() {
    assertThat(text(leaf("case-7", TIME)))
        .isEqualTo(
            "{\"commitment\":\""
                + COMMITMENT
                + "\",\"id\":\"01890a5d-ac96-774b-bcce-b302099a8057\","
                + "\"source\":\"ledger.example\",\"specversion\":\"1.0\",\"streamversion\":\"3\","
                + "\"subject\":\"case-7\",\"time\":\"2026-03-04T05:06:07.000089Z\","
                + "\"type\":\"org.accordledger.case.allegation_submitted.v1\"}");
  }

  @Test
  void aCommitmentIsTheDigestOfSaltThenPayloadInBase64Url() {
    byte[] salt = HexFormat.of().parseHex("00".repeat(31) + "01");
    // printf '%064x' 1 | xxd -r -p, then 'payload', through sha256sum
    assertThat(LogHash.commitment(salt, "payload".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("x5NAD2aVDTChCKvLoOxK-o8Vukq8RvySvDF_Q6HHglo");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogHash.commitment(new byte[31], new byte[0]));
  }

  @Test
  void textIsEscapedAsCanonicalJsonDoes() {
    String id = "\"\\\b\t\n\f\r\u0001\u001f/\u007f\u20ac\uD83D\uDE00";
    assertThat(text(leaf(id, TIME)))
        .contains("\"subject\":\"\\\"\\\\\\b\\t\\n\\f\\r\\u0001\\u001f/\u007f\u20ac\uD83D\uDE00\"");
  }

  @Test
  void halfOfASurrogatePairIsRefused() {
    for (String broken : new String[] {"\uD83D", "\uDE00", "\uD83Dx"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> leaf(broken, TIME).bytes());
    }
  }

  @Test
  void wholeSecondsAreStillWrittenWithSixDigits() {
    assertThat(text(leaf("case-7", Instant.parse("2026-03-04T05:06:07Z"))))
        .contains("\"time\":\"2026-03-04T05:06:07.000000Z\"");
  }

  @Test
  void theIdCanBeReadFromTheBytes() {
    assertThat(Leaf.idIn(leaf("case-7", TIME).bytes())).isEqualTo(ID);
    assertThatIllegalArgumentException().isThrownBy(() -> Leaf.idIn(new byte[101]));
  }

  @Test
  void aLeafThatDoesNotFitAnEntryBundleIsRefused() {
    int others = leaf("", TIME).bytes().length;
    assertThat(leaf("x".repeat(Leaf.MAX_BYTES - others), TIME).bytes()).hasSize(Leaf.MAX_BYTES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> leaf("x".repeat(Leaf.MAX_BYTES - others + 1), TIME).bytes());
  }

  @Test
  void whatDoesNotBelongInALeafIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> leaf("case-7", TIME.plusNanos(1)))
        .withMessageContaining("microseconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Leaf("o", new UUID(0x4000, 0), "t.e.v1", "s", 0, TIME, COMMITMENT))
        .withMessageContaining("version 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Leaf("o", ID, "t.e.v1", "s", -1, TIME, COMMITMENT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Leaf("o", ID, "t.e.v1", "s", 0, TIME, COMMITMENT + "="));
    for (String wrong : new String[] {"\"", "=", "+", "\u00e9", "B"}) {
      // the last of 43 characters has two bits that carry nothing: B would set one of them
      String commitment = COMMITMENT.substring(0, 42) + wrong;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Leaf("o", ID, "t.e.v1", "s", 0, TIME, commitment));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> leaf("case-7", Instant.parse("+10000-01-01T00:00:00Z")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> leaf("case-7", Instant.parse("-0001-12-31T23:59:59Z")));
  }

  @Test
  void theYearsOfFourDigitsAreAllowed() {
    assertThat(text(leaf("c", Instant.parse("0000-01-01T00:00:00Z")))).contains("\"0000-01-01T");
    assertThat(text(leaf("c", Instant.parse("9999-12-31T23:59:59Z")))).contains("\"9999-12-31T");
  }

  private static Leaf leaf(String streamId, Instant time) {
    return new Leaf(
        "ledger.example", ID, "case.allegation_submitted.v1", streamId, 3, time, COMMITMENT);
  }

  private static String text(Leaf leaf) {
    return new String(leaf.bytes(), StandardCharsets.UTF_8);
  }
}
