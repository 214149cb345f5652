package org.accordledger.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {
  @Test
  void plain_words_stay_words_and_only_numbers_and_truths_are_typed() {
    assertThat(
            YamlFile.parse(
                    "f.yaml",
                    """
                    country: no
                    day: 2020-01-01
                    count: 12
                    share: 0.5
                    flag: true
                    text: "12"
                    nothing: ~
                    list: [on, 007]
                    """)
                .toJson()
                .toString())
        .isEqualTo(
            "{\"country\":\"no\",\"day\":\"2020-01-01\",\"count\":12,\"share\":0.5,\"flag\":true,"
                + "\"text\":\"12\",\"nothing\":null,\"list\":[\"on\",\"007\"]}");
  }

  @Test
  void what_is_no_yaml_is_said_with_its_line() {
    assertThatThrownBy(() -> YamlFile.parse("f.yaml", "a: 1\nb: [1,\nc: 2\n"))
        .isInstanceOf(YamlProblem.class)
        .hasMessageMatching("(?s)f\\.yaml:[234]: is not YAML: .*");
  }

  @Test
  void a_file_that_unfolds_without_end_is_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 8; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i));
      bomb.append("*a%d, ".formatted(i - 1).repeat(9)).append("*a%d]\n".formatted(i - 1));
    }

    assertThatThrownBy(() -> YamlFile.parse("f.yaml", bomb.toString()))
        .isInstanceOf(YamlProblem.class);
    assertThatThrownBy(() -> YamlFile.parse("f.yaml", "a: &a [*a]\n"))
        .isInstanceOf(YamlProblem.class);
  }

  @Test
  void nothing_that_a_file_names_is_made(@TempDir Path directory) {
    assertThatThrownBy(
            () -> YamlFile.parse("f.yaml", "a: !!java.io.File [x]\n").require("a").text())
        .isInstanceOf(YamlProblem.class);
    assertThatThrownBy(() -> YamlFile.read(directory.resolve("absent.yaml")))
        .isInstanceOf(YamlProblem.class)
        .hasMessageContaining("no such file");
  }
}
