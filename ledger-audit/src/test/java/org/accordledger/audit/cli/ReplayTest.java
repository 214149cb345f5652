package org.accordledger.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.sample.Entry;
import org.accordledger.audit.sample.LogServer;
import org.accordledger.audit.sample.PublishedLog;
import org.accordledger.audit.sample.SampleEvents;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Scorecard;
import org.accordledger.core.scorecard.ScorecardFold;
import org.accordledger.log.note.SignerKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReplayTest {
  private static final long SEED = 41;
  private static final int SIZE = 900;
  private static final List<Recorded<LedgerEvent>> LOG = SampleEvents.log(SEED, SIZE);
  private static final List<Entry> ENTRIES = SampleEvents.of(SEED, SIZE);

  @TempDir private Path directory;

  private final JsonMapper mapper = LedgerJson.mapper();
  private final SignerKey key = PublishedLog.newKey();

  @BeforeEach
  void publish() {
    PublishedLog.of(directory, key, ENTRIES);
  }

  /** What the server answers: the same function over the events it stored. */
  private String served(int position) {
    ScorecardFold fold = new ScorecardFold();
    LOG.subList(0, position + 1).forEach(fold::apply);
    Scorecard scorecard = fold.scorecard(Period.ALL, null);
    ObjectNode document = (ObjectNode) mapper.readTree(mapper.writeValueAsBytes(scorecard));
    return document.put("left_out", 0).toString();
  }

  @Test
  void the_replayed_scorecard_is_the_served_one_at_the_head_and_before() throws IOException {
    for (int position : new int[] {0, 1, 255, 256, 700, SIZE - 1}) {
      try (LogServer server = serving(served(position))) {
        Run run = replay("--as-of", position, "--compare", server.address());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("compared: position " + position + ",", "no difference");
      }
    }
  }

  @Test
  void several_positions_are_worked_out_in_one_pass() {
    Run run = replay("--as-of", 700, "--as-of", 100, "--format", "json");

    assertThat(run.out())
        .contains("\"position\" : 100")
        .contains("\"position\" : 700")
        .doesNotContain("verified");
  }

  @Test
  void a_served_figure_that_is_not_what_the_events_give_is_named() throws IOException {
    String right = served(SIZE - 1);
    String wrong = right.replaceFirst("\"alleged\":[1-9][0-9]*", "\"alleged\":77777");
    assertThat(wrong).isNotEqualTo(right);
    try (LogServer server = serving(wrong)) {
      Run run = replay("--compare", server.address());

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.out())
          .containsPattern(
              "different: cell accord-.*: counts: alleged: replayed [0-9]+, served 77777");
      assertThat(run.err())
          .contains("the served scorecard is not what the events give: 1 differences");
    }
  }

  @Test
  void what_withheld_payloads_leave_out_is_said() throws IOException {
    int begins = first(0, "none");
    int goesOn = first(1, stream(begins));
    withhold(begins, goesOn);

    Run run = replay();

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("payloads: 898 checked, 2 withheld")
        .contains("withheld: 2 payloads, which leave out 1 accords and cases")
        .contains("left out: " + stream(begins) + ", which begins at position " + begins)
        .contains(
            "known only in part: " + stream(goesOn) + ", as it stood before position " + goesOn);
  }

  private static String stream(int position) {
    return ENTRIES.get(position).leaf().streamId();
  }

  /** A late event of a case other than that one, of this version in its stream. */
  private static int first(long version, String other) {
    return IntStream.range(200, SIZE)
        .filter(i -> stream(i).startsWith("case-") && !stream(i).equals(other))
        .filter(i -> ENTRIES.get(i).leaf().streamVersion() == version)
        .skip(version)
        .findFirst()
        .orElseThrow();
  }

  private void withhold(int... positions) throws IOException {
    Path chunk = PayloadFiles.chunk(directory.resolve("payloads"), 0);
    List<String> lines = Files.readAllLines(chunk);
    for (int position : positions) {
      lines.set(position, Entry.withheld(position));
    }
    Files.writeString(chunk, String.join("\n", lines) + "\n");
  }

  @Test
  void payloads_that_were_not_fetched_are_asked_for() throws IOException {
    Files.delete(PayloadFiles.chunk(directory.resolve("payloads"), 0));

    assertThat(replay().err()).contains("the payload of position 0 was not fetched");
  }

  @Test
  void nothing_is_worked_out_from_a_log_that_is_wrong() throws IOException {
    Files.delete(directory.resolve("log/tile/entries/001"));

    Run run = replay();

    assertThat(run.err()).contains("not verified: position 256 is wrong");
    assertThat(run.out()).doesNotContain("grade");
  }

  @Test
  void a_position_there_is_none_of_and_a_method_there_is_none_of_are_refused() {
    assertThat(replay("--as-of", SIZE).err()).contains("positions 0 to 899");
    assertThat(replay("--method", 9).err()).contains("method must be one of 1, 2");
  }

  private LogServer serving(String document) throws IOException {
    LogServer server = new LogServer(directory);
    server.lie("/scorecard", LogServer.giving(200, document.getBytes(StandardCharsets.UTF_8)));
    return server;
  }

  private Run replay(Object... words) {
    Object[] all = new Object[words.length + 4];
    all[0] = "replay";
    all[1] = directory;
    all[2] = "--key";
    all[3] = key.verifier();
    System.arraycopy(words, 0, all, 4, words.length);
    return Run.of(all);
  }
}
