package org.accordledger.core.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldensTest {
  @TempDir private Path directory;

  @Test
  void a_new_golden_is_refused_with_the_way_to_accept_it() {
    assertThatThrownBy(() -> new Goldens(directory, null).check("a.json", "{}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dledger.accept=a.json")
        .hasMessageContaining("{}");
    assertThatThrownBy(() -> new Goldens(directory, "b.json").check("a.json", "{}"))
        .isInstanceOf(AssertionError.class);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void an_accepted_golden_is_never_overwritten() {
    Goldens accepting = new Goldens(directory, "a.json");
    accepting.check("a.json", "{}");
    accepting.check("a.json", "{}");
    for (String accepted : new String[] {"a.json", "new"}) {
      assertThatThrownBy(() -> new Goldens(directory, accepted).check("a.json", "{\"b\":1}"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("never overwritten");
    }
    assertThat(accepting.read("a.json")).isEqualTo("{}");
  }
}
