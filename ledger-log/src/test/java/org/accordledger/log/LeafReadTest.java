package org.accordledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeafReadTest {
  private static final Leaf LEAF =
      new Leaf(
          "ledger.example/main",
          UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
          "case.allegation_submitted.v1",
          "case-\"7\"\n\u20ac",
          30,
          Instant.parse("2026-03-04T05:06:07.000089Z"),
          LogHash.commitment(new byte[32], new byte[0]));

  @Test
  void aLeafIsReadAsItWasWritten() {
    Random random = Seeds.random(LeafReadTest.class);
    for (int i = 0; i < 2_000; i++) {
      Leaf leaf = random(random);
      assertThat(Leaf.read(leaf.bytes())).isEqualTo(leaf);
    }
  }

  @Test
  void anyChangedByteIsRefusedOrIsAnotherLeafButNeverASecondSpellingOfThisOne() {
    byte[] original = LEAF.bytes();
    Mutations.of(
        original,
        bytes -> {
          try {
            Leaf other = Leaf.read(bytes);
            assertThat(other).isNotEqualTo(LEAF);
            assertThat(other.bytes()).isEqualTo(bytes);
          } catch (LogFormatException refused) {
            assertThat(refused).isNotNull();
          }
        });
  }

  @Test
  void otherSpellingsOfTheSameEventAreRefused() {
    refuse("{\"commitment", "{ \"commitment");
    refuse("\"source\":\"", "\"source\": \"");
    refuse("\"}", "\"}\n");
    refuse("\"}", "\",\"data\":{}}");
    refuse("\"specversion\":\"1.0\",", "");
    refuse("ac96", "AC96");
    refuse("01890a5d", "1890a5d");
    refuse("ledger.example/main", "ledger.example\\/main");
    refuse("ledger", "\\u006cedger");
    refuse("\\n", "\\u000a");
    refuse("\\n", "\\u+00a");
    refuse("\\n", "\\u001F");
    refuse("\"30\"", "\"030\"");
    refuse("\"30\"", "30");
    refuse("\"30\"", "\"-1\"");
    refuse(".000089Z", ".89Z");
    refuse("07.000089Z", "07.000089+00:00");
    refuse("T05", "t05");
    refuse("03-04", "02-30");
    refuse("2026", "+026");
    refuse("2026", "\u0662026");
    refuse("org.accordledger.case", "case");
    refuse("774b", "474b");
  }

  @Test
  void whatIsNoLeafAtAllIsRefused() {
    String leaf = new String(LEAF.bytes(), StandardCharsets.UTF_8);
    for (int length = 0; length < leaf.length(); length++) {
      refuse(leaf.substring(0, length));
    }
    refuse("\uFEFF" + leaf);
    refuse(leaf + leaf);
    byte[] tooLong = new byte[Leaf.MAX_BYTES + 1];
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> Leaf.read(tooLong));
  }

  private static void refuse(String part, String by) {
    String leaf = new String(LEAF.bytes(), StandardCharsets.UTF_8);
    assertThat(leaf).contains(part);
    refuse(leaf.replace(part, by));
  }

  private static void refuse(String leaf) {
    assertThatExceptionOfType(LogFormatException.class)
        .as(leaf)
        .isThrownBy(() -> Leaf.read(leaf.getBytes(StandardCharsets.UTF_8)));
  }

  private static Leaf random(Random random) {
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    long id = (random.nextLong() & ~0xF000L) | 0x7000L;
    long second = random.nextLong(-62_167_219_200L, 253_402_300_800L);
    return new Leaf(
        text(random),
        new UUID(id, random.nextLong() | Long.MIN_VALUE),
        text(random),
        text(random),
        random.nextLong() & Long.MAX_VALUE,
        Instant.ofEpochSecond(second, 1000L * random.nextInt(1_000_000)),
        LogHash.commitment(salt, salt));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    while (text.length() < length) {
      int point = random.nextInt(random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1);
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        text.appendCodePoint(point);
      }
    }
    return text.toString();
  }
}
