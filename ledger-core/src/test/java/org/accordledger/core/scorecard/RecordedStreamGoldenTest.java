package org.accordledger.core.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.golden.Goldens;
import org.accordledger.core.golden.RecordedStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams as a log holds them, one event a line, and the scorecards that follow: the whole one, the
 * one of a period, and the one as of the middle.
 */
class RecordedStreamGoldenTest {
  private static final Goldens GOLDENS = Goldens.of("streams");
  private static final JsonMapper READABLE =
      LedgerJson.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final EventCodec codec = new EventCodec();

  static List<String> streams() {
    return RecordedStreams.names();
  }

  @ParameterizedTest
  @MethodSource("streams")
  void a_recorded_stream_gives_the_scorecards_it_always_gave(String name) {
    List<Recorded<LedgerEvent>> log = RecordedStreams.log(name);
    Period year = new Period(YearMonth.of(2016, 1), YearMonth.of(2016, 12));
    check(name + ".scorecard.json", fold(log).scorecard(Period.ALL, null));
    check(name + ".2016.scorecard.json", fold(log).scorecard(year, null));
    check(
        name + ".middle.scorecard.json",
        fold(log.subList(0, log.size() / 2)).scorecard(Period.ALL, null));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void a_recorded_payload_is_written_in_the_same_bytes(String name) {
    for (String line : RecordedStreams.lines(name)) {
      String payload =
          line.substring(line.indexOf("\"payload\":") + 10, line.indexOf(",\"position"));
      String type = LedgerJson.mapper().readTree(line).get("type").asString();
      LedgerEvent event = codec.decode(type, payload.getBytes(UTF_8));
      assertThat(new String(codec.encode(event).payload(), UTF_8)).isEqualTo(payload);
    }
  }

  @Test
  void there_is_a_recorded_stream() {
    assertThat(streams()).isNotEmpty();
  }

  private static void check(String name, Scorecard scorecard) {
    GOLDENS.check(name, READABLE.writeValueAsString(scorecard) + "\n");
  }

  private static ScorecardFold fold(List<Recorded<LedgerEvent>> log) {
    ScorecardFold fold = new ScorecardFold();
    log.forEach(fold::apply);
    return fold;
  }
}
