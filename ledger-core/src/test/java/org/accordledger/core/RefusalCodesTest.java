package org.accordledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.accord.NegotiationRefusal;
import org.accordledger.core.accord.ObservanceRefusal;
import org.accordledger.core.cases.CaseRefusal;
import org.accordledger.core.election.ElectionRefusal;
import org.accordledger.core.inquiry.InquiryRefusal;
import org.accordledger.core.series.SeriesRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every refusal owes to the one who is refused. */
class RefusalCodesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("codes")
  void every_code_has_a_page_that_states_its_rule_and_what_to_do(RefusalCode code)
      throws IOException {
    Path page = problems().resolve(code.code() + ".md");

    assertThat(page).as("write this page").exists();
    List<String> lines = Files.readAllLines(page);
    assertThat(lines.getFirst()).isEqualTo("# " + code.code());
    assertThat(String.join(" ", lines)).contains(code.rule()).contains("## What to do");
    assertThat(lines.getLast()).isNotBlank();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("codes")
  void every_rule_is_one_sentence(RefusalCode code) {
    assertThat(code.rule()).endsWith(".").doesNotContain(". ").matches("[A-Z].{15,}");
  }

  @Test
  void a_code_means_one_thing_in_the_whole_ledger() {
    assertThat(codes().map(RefusalCode::code)).doesNotHaveDuplicates();
  }

  static Stream<RefusalCode> codes() {
    return Stream.of(
            FilingRefusal.values(),
            AccordRefusal.values(),
            NegotiationRefusal.values(),
            ObservanceRefusal.values(),
            CaseRefusal.values(),
            ElectionRefusal.values(),
            InquiryRefusal.values(),
            SeriesRefusal.values())
        .flatMap(Stream::of);
  }

  private static Path problems() {
    String root =
        Objects.requireNonNull(
            System.getProperty("ledger.root"), "ledger.root is set by pom.xml: run with Maven");
    return Path.of(root, "docs", "problems");
  }
}
