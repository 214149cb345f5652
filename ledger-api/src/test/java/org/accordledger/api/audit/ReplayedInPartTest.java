package org.accordledger.api.audit;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader is shown in part is told apart from what differs. */
class ReplayedInPartTest {
  private static final TestLedger LEDGER = new TestLedger(TestDatabase.newDatabase());

  @TempDir private Path directory;

  private final Scenario scenario = new Scenario(LEDGER).inForce();

  @AfterAll
  static void stop() {
    LEDGER.running().close();
  }

  @Test
  void drafts_that_nobody_else_may_read_keep_no_figure_of_their_accord_from_anybody() {
    ok(
        scenario
            .as(Role.NEGOTIATOR, "alba")
            .post(
                scenario.path("contributions"),
                "{\"draft\": \"draft-1\", \"text\": {\"en\": \"A first sentence.\"}}"));
    created(scenario.submit(null));

    String replayed = replayed(Auditor.of(LEDGER, directory.resolve("public")));

    assertThat(replayed)
        .contains("withheld: ", "no difference")
        .doesNotContain("in part: cell " + scenario.accord(), "in part: " + scenario.accord());
  }

  @Test
  void a_cell_that_counts_a_case_shown_in_part_cannot_be_compared_by_who_is_shown_the_part() {
    String closer =
        scenario
            .allegation(null)
            .replace("\"id\": \"letter\", ", "")
            .replace(
                "\"title\": \"The letter\", \"marking\": \"clear\"",
                "\"title\": \"The letter\", \"marking\": \"amber\"");
    created(scenario.as(Role.PARTY, "alba").post("/cases", closer));

    String everybody = replayed(Auditor.of(LEDGER, directory.resolve("public")));
    String auditor = replayed(Auditor.withToken(LEDGER, directory.resolve("auditor")));

    assertThat(everybody)
        .contains(
            "not comparable, as it is withheld here in part: cell %s, no-fakes, borea"
                .formatted(scenario.accord()))
        .doesNotContain("different: ");
    assertThat(auditor).contains("no difference").doesNotContain("not comparable", "different: ");
  }

  private static String replayed(Auditor reader) {
    reader.fetch();
    return reader.replay(List.of(LEDGER.head()));
  }
}
