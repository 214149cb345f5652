package org.accordledger.api.cli;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.accordledger.api.Client;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ElectionsCommandTest {
  private final TestLedger ledger = TestLedger.shared();
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final String election = "election-" + run;
  private final Client registrar =
      new Scenario(ledger).with(ledger.token("calendar", Role.REGISTRAR, null, null));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void the_calendar_is_read_as_it_stands_and_as_it_stood() {
    long registered = registered();
    ok(registrar.post("/elections/" + election + "/dates", "{\"held_on\": \"2011-12-04\"}"));
    awaitViews();

    assertThat(elections("--country", "land-" + run)).isZero();
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            held on     country        title       election           observed by
            ----------  -------------  ----------  -----------------  -----------
            2011-12-04  land-%1$s  Parliament  election-%1$s  not known
            """
                .formatted(run));

    assertThat(elections("--country", "land-" + run, "--as-of", Long.toString(registered)))
        .isZero();
    assertThat(out.toString()).contains("\nnot known  ").doesNotContain("2011-12-04");
    assertThat(elections("--country", "land-" + run, "--from", "2012-01-01")).isZero();
    assertThat(out.toString()).startsWith("no elections yet, or none that the filters leave");
  }

  @Test
  void one_election_is_read_with_its_missions_and_what_they_published() {
    var _ = registered();
    ok(
        registrar.post(
            "/elections/" + election + "/missions",
            "{\"mission\": \"observers\", \"title\": \"Observers\", \"source\": \"a\"}"));
    ok(registrar.post("/elections/" + election + "/dates", "{\"held_on\": \"2011-12-04\"}"));
    ok(
        registrar.post(
            "/elections/" + election + "/reports",
            """
            {"mission": "observers", "report": "final_report", "published_on": "2012-01-12", "source": "b"}
            """));
    awaitViews();

    assertThat(elections(election)).isZero();
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            Parliament [election-%1$s]
            held in land-%1$s on 2011-12-04
            source: https://example.org
            observed by Observers [observers]
              final report on 2012-01-12: b
            """
                .formatted(run));
    assertThat(elections(election, "--format", "json")).isZero();
    assertThat(new JsonMapper().readTree(out.toString()).at("/missions/0/mission").asString())
        .isEqualTo("observers");
  }

  @Test
  void an_election_that_is_not_there_is_said_in_one_sentence() {
    assertThat(elections("election-nowhere")).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("ledger: the ledger did not give the elections: ")
        .doesNotContain("\tat ");
  }

  @Test
  void every_state_of_a_window_is_said_in_words() {
    List<String> said = new ArrayList<>();
    for (String window :
        List.of(
            "'state': 'closed', 'opens': '2011-12-04', 'closes': '2011-12-05'",
            "'state': 'open', 'opens': '2011-12-04'",
            "'state': 'mission_unknown', 'opens': '2011-12-04'",
            "'state': 'never_opens'",
            "'state': 'undated'")) {
      JsonNode calendar =
          new JsonMapper()
              .readTree(
                  """
                  {'items': [{'election': 'election-x', 'country': 'aa', 'title': 'T', 'missions': [], 'missing': [],
                    'windows': [{'accord': 'accord-x', 'clause': 'c-1', 'version': 1, 'window': {%s}}]}], 'next': 'n'}
                  """
                      .formatted(window)
                      .replace('\'', '"'));
      List<String> lines = ElectionTable.of(calendar).lines().toList();
      assertThat(lines.getFirst()).contains("observed by").endsWith("clause  window");
      assertThat(lines.getLast()).isEqualTo("more follow: narrow the filters");
      said.add(lines.get(2));
    }
    assertThat(said)
        .allMatch(
            line -> line.startsWith("not known  aa       T      election-x  nobody       c-1"))
        .extracting(line -> line.substring(line.indexOf("c-1") + 3).strip())
        .containsExactly(
            "2011-12-04 to 2011-12-05",
            "from 2011-12-04, not closed yet",
            "from 2011-12-04, if it is observed",
            "never opens",
            "not known");
  }

  private long registered() {
    return created(
            registrar.post(
                "/elections",
                """
                {"election": "%s", "country": "land-%s", "title": "Parliament", "held_on": null,
                 "source": "https://example.org"}
                """
                    .formatted(election, run)))
        .json()
        .get("position")
        .asLong();
  }

  /** The command asks for no position, as its user knows of none. */
  private void awaitViews() {
    String path = "/elections?limit=1&min_position=" + ledger.head();
    assertThat(ledger.get(path, Map.of()).status()).isEqualTo(200);
  }

  private int elections(String... arguments) {
    out.getBuffer().setLength(0);
    CommandLine line = Ledger.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of("elections"));
    all.addAll(List.of("--server", ledger.running().address().toString()));
    all.addAll(List.of(arguments));
    return line.execute(all.toArray(String[]::new));
  }
}
