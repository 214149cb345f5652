package org.accordledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"AA", "AA=", "AB==", "AAB=", "AA==\n", " AA==", "A-==", "=", "AA==AA=="})
  void base64HasOneSpelling(String text) {
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> LogText.fromBase64(text));
  }

  @Test
  void base64IsReadAsItIsWritten() {
    assertThat(LogText.fromBase64("")).isEmpty();
    assertThat(LogText.fromBase64("AA==")).containsExactly(0);
    assertThat(LogText.base64(new byte[] {-5, -1})).isEqualTo("+/8=");
    assertThat(LogText.fromBase64("+/8=")).containsExactly(-5, -1);
  }

  @Test
  void aHashHas32Bytes() {
    assertThat(LogText.hash(LogText.base64(new byte[32]))).hasSize(32);
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> LogText.hash(LogText.base64(new byte[31])));
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> LogText.hash(LogText.base64(new byte[33])));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "01",
        "-1",
        "+1",
        "1 ",
        " 1",
        "1.0",
        "0x1",
        "1e3",
        "\u0661",
        "9223372036854775808",
        "10000000000000000000"
      })
  void aNumberHasOneSpelling(String digits) {
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> LogText.decimal(digits));
  }

  @Test
  void numbersGoFromZeroToTheLargestLong() {
    assertThat(LogText.decimal("0")).isZero();
    assertThat(LogText.decimal("70000")).isEqualTo(70_000);
    assertThat(LogText.decimal("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void nothingIsReplacedInUtf8() {
    assertThat(LogText.utf8(LogText.utf8("\u2014 \uD83D\uDE00"))).isEqualTo("\u2014 \uD83D\uDE00");
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> LogText.utf8(new byte[] {(byte) 0xC0, (byte) 0x80}));
    assertThatExceptionOfType(LogFormatException.class).isThrownBy(() -> LogText.utf8("\uD83D"));
  }
}
