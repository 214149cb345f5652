package org.accordledger.api.cli;

import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.accordledger.api.TestLedger;
import org.accordledger.api.reads.Story;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Reports and differences as a terminal shows them, of a running ledger. */
class ReportCommandTest {
  private final Story story = new Story();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "obligations, 'alba   owes      no-fakes  '",
    "uncovered, 'no-fakes        1  alba, borea  a'",
    "reciprocity, 'alba         borea           1'",
    "loop, 'alba   allegation  borea    no-fakes  A forged letter'",
    "response-times, 'borea       no-fakes      1         0'",
    "tally, 'no-fakes        1             0'",
    "uncovered-conduct, nothing to report",
    "refusals, nothing to report",
    "clause-checks, 'offer-1  no-fakes  true'"
  })
  void every_report_is_a_table(String report, String part) {
    story.read("/cases/" + story.submit());

    assertThat(run("report", report, "--accord", story.accord())).as(err.toString()).isZero();

    assertThat(out.toString()).contains(part);
  }

  @Test
  void what_changed_is_told_with_the_words_of_the_grades() {
    long before = story.position();
    story.submit("\"marking\": \"clear\", \n", "\"marking\": \"amber\", \n");
    story.read("/cases/" + story.submit());

    int exit = run("scorecard", "--accord", story.accord(), "--since", Long.toString(before));

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("borea", "not monitored", "alleged +1", "what changed between position " + before)
        .contains("1 cases are left out for this reader")
        .doesNotContain("alba");
  }

  @Test
  void an_adoption_of_another_method_is_told_by_itself() {
    long before = story.position();
    ok(
        story
            .scenario()
            .as(Role.REGISTRAR, null)
            .post("/accords/" + story.accord() + "/methods", "{\"method\": 2}"));
    story.read("/scorecard");

    int exit = run("scorecard", "--accord", story.accord(), "--since", Long.toString(before));

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("nothing changed between position " + before)
        .contains(story.accord() + " went over from scoring method 1 to 2")
        .contains("both grades are by method 2");
    assertThat(run("scorecard", "--accord", story.accord(), "--method", "3")).isEqualTo(1);
    assertThat(err.toString()).contains("must be one of 1, 2");
  }

  @Test
  void an_accord_without_series_says_so_beside_the_caveat() {
    assertThat(run("series", "--accord", story.accord())).as(err.toString()).isZero();

    assertThat(out.toString()).contains("no series yet", "A trend is not a cause");
  }

  @Test
  void a_report_that_there_is_not_is_refused_with_those_there_are() {
    assertThat(run("report", "gossip", "--accord", story.accord())).isEqualTo(1);

    assertThat(err.toString()).contains("gossip", "uncovered-conduct").doesNotContain("\tat ");
  }

  @Test
  void a_report_says_how_many_cases_it_leaves_out() {
    story.read("/cases/" + story.submit());
    story.submit("\"marking\": \"clear\", \n", "\"marking\": \"amber\", \n");
    story.read("/cases");

    assertThat(run("report", "loop", "--accord", story.accord(), "--party", "alba")).isZero();

    assertThat(out.toString()).contains("1 cases are left out for this reader");
  }

  @Test
  void an_option_that_a_report_does_not_know_is_refused_by_its_name() {
    assertThat(run("report", "uncovered", "--accord", story.accord(), "--by", "act")).isEqualTo(1);

    assertThat(err.toString()).contains("by is not known here");
  }

  private int run(String... arguments) {
    CommandLine line = Ledger.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--server";
    all[arguments.length + 1] = TestLedger.shared().address().toString();
    return line.execute(all);
  }
}
