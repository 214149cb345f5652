package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerStoreConfigTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void theDefaultsAreThoseTheDocumentationGives() {
    assertThat(LedgerStoreConfig.of("ledger.example/main"))
        .isEqualTo(
            new LedgerStoreConfig(
                "ledger.example/main",
                2_000,
                Duration.ofMillis(1),
                20_000,
                1_000,
                8,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a+b", "ünicode", "line\nbreak"})
  void anOriginThatCannotStandInACheckpointIsRefused(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LedgerStoreConfig.of(origin))
        .withMessageStartingWith("origin: ");
  }

  @Test
  void aValueOutOfItsBoundsIsRefusedByName() {
    refused("maxBatch", 0, Duration.ZERO, 1, 1, 1, SECOND, SECOND, SECOND);
    refused("linger", 1, Duration.ofMillis(51), 1, 1, 1, SECOND, SECOND, SECOND);
    refused("linger", 1, Duration.ofMillis(-1), 1, 1, 1, SECOND, SECOND, SECOND);
    refused("queueBound", 1, Duration.ZERO, 0, 1, 1, SECOND, SECOND, SECOND);
    refused("readBatch", 1, Duration.ZERO, 1, 0, 1, SECOND, SECOND, SECOND);
    refused("readConnections", 1, Duration.ZERO, 1, 1, 101, SECOND, SECOND, SECOND);
    refused("connectTimeout", 1, Duration.ZERO, 1, 1, 1, Duration.ZERO, SECOND, SECOND);
    refused("statementTimeout", 1, Duration.ZERO, 1, 1, 1, SECOND, Duration.ZERO, SECOND);
    refused("outcomeTimeout", 1, Duration.ZERO, 1, 1, 1, SECOND, SECOND, Duration.ofHours(1));
  }

  private static void refused(
      String setting,
      int maxBatch,
      Duration linger,
      int queueBound,
      int readBatch,
      int readConnections,
      Duration connectTimeout,
      Duration statementTimeout,
      Duration outcomeTimeout) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LedgerStoreConfig(
                    "ledger.example",
                    maxBatch,
                    linger,
                    queueBound,
                    readBatch,
                    readConnections,
                    connectTimeout,
                    statementTimeout,
                    outcomeTimeout))
        .withMessageStartingWith(setting + ": ");
  }
}
