package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignerKey;
import org.junit.jupiter.api.Test;

class LogPublisherConfigTest {
  private static final Witness WITNESS =
      new Witness(
          URI.create("https://witness.example/w"),
          SignerKey.generate("w", SignatureType.COSIGNATURE_V1).verifier());

  @Test
  void theDefaultsAreAsDocumented() {
    LogPublisherConfig config = LogPublisherConfig.standard();
    assertThat(config.interval()).isEqualTo(Duration.ofMillis(200));
    assertThat(config.partialGrace()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.witnesses().witnesses()).isEmpty();
    assertThat(config.witnesses().patience()).isEqualTo(Duration.ofMillis(100));
    assertThat(config.witnesses().timeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aValueOutOfItsBoundsIsNamed() {
    requireNamed("interval", Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1));
    requireNamed(
        "partialGrace",
        Duration.ofMillis(1),
        Duration.ofMillis(-1),
        Duration.ZERO,
        Duration.ofSeconds(1));
    requireNamed(
        "patience",
        Duration.ofMillis(1),
        Duration.ZERO,
        Duration.ofSeconds(11),
        Duration.ofSeconds(1));
    requireNamed(
        "timeout", Duration.ofMillis(1), Duration.ZERO, Duration.ZERO, Duration.ofMillis(99));
  }

  private static void requireNamed(
      String setting, Duration interval, Duration grace, Duration patience, Duration timeout) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LogPublisherConfig(
                    interval, grace, new WitnessConfig(List.of(), patience, timeout)))
        .withMessageStartingWith(setting + ": ");
  }

  @Test
  void oneWitnessIsAskedOnceAndNoMoreThanSixteenAreAsked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WitnessConfig.of(List.of(WITNESS, WITNESS)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WitnessConfig.of(Collections.nCopies(17, WITNESS)))
        .withMessage("witnesses: at most 16, not 17");
  }

  @Test
  void theAddressIsThePrefixAndTheOneCall() {
    URI expected = URI.create("https://witness.example/w/add-checkpoint");
    assertThat(WITNESS.addCheckpoint()).isEqualTo(expected);
    assertThat(new Witness(URI.create("https://witness.example/w/"), WITNESS.key()).addCheckpoint())
        .isEqualTo(expected);
  }
}
