package org.accordledger.api.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.accordledger.api.tamper.Auditor.Said;
import org.accordledger.store.publish.LogContradiction;

/** The table of attacks and of what became of them, printed and held against the documentation. */
final class Verdicts {
  private static final Path PAGE =
      Path.of(System.getProperty("ledger.root"), "docs/verification.md");
  private static final String BEGIN = "<!-- attacks: written by TamperSuiteTest -->\n";
  private static final String END = "<!-- end of attacks -->\n";

  private final List<String> rows =
      new ArrayList<>(List.of("| attack | by | caught by | named |", "|---|---|---|---|"));

  /** The ledger does not start, and says from which position on its storage is wrong. */
  void refused(String attack, String by, Optional<LogContradiction> refusal, long position) {
    assertThat(refusal).as(attack).isPresent();
    assertThat(refusal.orElseThrow().position()).as(attack).hasValue(position);
    add(attack, by, "the ledger, which does not start", position);
  }

  /** The audit tool says at which position. */
  void caught(String attack, String by, String command, Said said, long position) {
    assertThat(said.content()).as(attack + ": " + said.text()).isFalse();
    assertThat(said.text()).as(attack).contains("position " + position + " ");
    add(attack, by, "`audit " + command + "`", position);
  }

  void add(String attack, String by, String caughtBy, long position) {
    row(attack, by, caughtBy, "position " + position);
  }

  void row(String attack, String by, String caughtBy, String named) {
    rows.add("| %s | %s | %s | %s |".formatted(attack, by, caughtBy, named));
  }

  /** Prints the table; the documentation has to have the same. */
  void requireDocumented() throws IOException {
    String table = String.join("\n", rows) + "\n";
    System.out.println(table);
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    if (Boolean.getBoolean("ledger.accept")) {
      Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
      return;
    }
    assertThat(page.substring(begin, end))
        .as("docs/verification.md; accept a change with -Dledger.accept=true, and review it")
        .isEqualTo(table);
  }
}
