package org.accordledger.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.accordledger.api.client.Binding;
import org.accordledger.api.yaml.YamlProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {
  private static final String ACCORD =
      """
      about: A sample.
      accounts:
        registrar: {role: registrar, body: office}
      steps:
        - post: /accords
          as: registrar
          name: accord
          dated: 2014-01-01
          body: {accord: accord-sample, parties: [{id: aa}, {id: bb}]}
      """;
  private static final String COVERAGE =
      """
      about: More of it.
      steps:
        - post: /accords/{accord}/coverage
          as: registrar
          body: {clause: clause-1}
      """;

  @TempDir private Path directory;

  @Test
  void the_files_of_a_directory_are_one_scenario_in_the_order_of_their_names() throws IOException {
    write("02-more.yaml", COVERAGE);
    write("01-accord.yaml", ACCORD);

    Scenario scenario = Scenario.read(directory);

    assertThat(scenario.steps())
        .extracting(Scenario.Step::path)
        .containsExactly("/accords", "/accords/{accord}/coverage");
    assertThat(scenario.steps().getFirst().key())
        .isEqualTo("example/" + directory.getFileName() + "/01-accord.yaml/1");
    assertThat(scenario.steps().getFirst().body().path("dated").asString()).isEqualTo("2014-01-01");
    assertThat(scenario.accords()).containsExactly("accord-sample");
    assertThat(scenario.partiesOf("accord-sample")).containsExactly("aa", "bb");
    assertThat(scenario.accounts().get("registrar"))
        .isEqualTo(
            new Binding(
                directory.getFileName() + ".registrar", "registrar", "accord-sample", "office"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "as: registrar | as: nobody | is no account | 5",
        "post: /accords | pots: /accords | is not known here | 5",
        "post: /accords | post: accords | expected a path | 5",
        "role: registrar | rule: registrar | is not known here | 3",
        "about: A sample. | about: [x] | expected a text | 1"
      })
  void a_wrong_scenario_names_the_line_and_what_was_expected(
      String from, String to, String expectation, int line) throws IOException {
    assertThat(ACCORD).contains(from);
    write("01-accord.yaml", ACCORD.replaceFirst(from, to));

    assertThatThrownBy(() -> Scenario.read(directory))
        .isInstanceOf(YamlProblem.class)
        .hasMessageContaining(expectation)
        .hasMessageContaining("01-accord.yaml:" + line);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
