package org.accordledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingNamesTest {
  private static final Path OPERATING = Path.of("../docs/operating.md");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LEDGER_DB_ULR",
        "LEDGER_WITNESS",
        "LEDGER_KAFKA_COLOUR",
        "LEDGER_",
        "LEDGER_PORT_3",
        "LEDGER_DB_PORT",
        "LEDGER_PORTS"
      })
  void a_misspelt_setting_is_named(String name) {
    assertThatThrownBy(() -> SettingNames.requireKnown(Map.of("PATH", "/bin", name, "x")))
        .isInstanceOf(CommandProblem.class)
        .hasMessageStartingWith(name + " ")
        .hasMessageContaining("docs/operating.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LEDGER_DB_URL",
        "LEDGER_SERVICE_HOST",
        "LEDGER_API_SERVICE_PORT_HTTP",
        "LEDGER_PORT",
        "LEDGER_PORT_8080_TCP_ADDR",
        "LEDGER_POSTGRES_PORT_5432_TCP",
        "LEDGER_POSTGRES_PORT",
        "ACCORD_LEDGER_X"
      })
  void what_is_known_and_what_orchestrators_set_is_let_pass(String name) {
    assertThatCode(() -> SettingNames.requireKnown(Map.of(name, "tcp://10.0.0.1:80")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LEDGER_DB_USER", "LEDGER_DB_PASSWORD", "LEDGER_DB_PASSWORD_FILE"})
  void who_connects_without_saying_where_to_is_refused(String name) {
    assertThatThrownBy(() -> ExternalDatabase.of(Map.of(name, "x")))
        .isInstanceOf(CommandProblem.class)
        .hasMessageStartingWith(name + " ")
        .hasMessageContaining("LEDGER_DB_URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:p@my_db/ledger",
        "postgresql://u:p@one:1,two:2/ledger",
        "postgresql:///ledger"
      })
  void an_address_whose_host_cannot_be_read_is_refused(String url) {
    assertThatThrownBy(() -> ExternalDatabase.of(Map.of("LEDGER_DB_URL", url)))
        .isInstanceOf(CommandProblem.class)
        .hasMessageStartingWith("LEDGER_DB_URL names no host");
  }

  @Test
  void a_password_can_stand_in_a_file(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("password"), "se cret\n");
    Map<String, String> environment =
        Map.of(
            "LEDGER_DB_URL",
            "jdbc:postgresql://host/name",
            "LEDGER_DB_PASSWORD_FILE",
            file.toString());

    assertThat(ExternalDatabase.of(environment).orElseThrow().password()).isEqualTo("se cret");
  }

  @Test
  void a_file_of_a_password_that_is_not_there_is_named() {
    Map<String, String> environment =
        Map.of(
            "LEDGER_DB_URL", "jdbc:postgresql://host/name",
            "LEDGER_DB_PASSWORD_FILE", "/nowhere/password");

    assertThatThrownBy(() -> ExternalDatabase.of(environment))
        .isInstanceOf(CommandProblem.class)
        .hasMessageStartingWith("LEDGER_DB_PASSWORD_FILE cannot be read")
        .hasMessageContaining("/nowhere/password");
  }

  @Test
  void the_documentation_names_all_of_them_and_no_other() throws IOException {
    String settings = Files.readString(OPERATING).split("## Settings\n", 2)[1].split("\n## ", 2)[0];
    Matcher named = Pattern.compile("`(LEDGER_\\w+)`").matcher(settings);
    TreeSet<String> found = new TreeSet<>();
    while (named.find()) {
      found.add(named.group(1));
    }
    assertThat(found).isEqualTo(new TreeSet<>(SettingNames.KNOWN));
  }
}
