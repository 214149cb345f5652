package org.accordledger.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(strings = {"fetch", "verify", "proof", "replay", "certificate", "key", "witness"})
  void every_command_explains_itself(String command) {
    Run run = Run.of(command, "--help");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Usage: ledger audit " + command);
  }

  @Test
  void the_commands_are_listed_without_one() {
    assertThat(Run.of().out()).contains("Usage: ledger audit", "fetch", "witness");
  }

  @Test
  void what_is_not_understood_ends_with_two() {
    assertThat(Run.of("verfy").exit()).isEqualTo(2);
    assertThat(Run.of("verify").exit()).isEqualTo(2);
  }
}
