package org.accordledger.api;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who alleges the same thing again and again is counted, and moves nothing. */
class FloodTest {
  private static final int FLOOD = 300;

  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger).inForce();

  @Test
  void a_flood_of_near_duplicates_is_counted_and_moves_no_grade_and_stops_nobody_else() {
    ok(scenario.as(Role.REGISTRAR, null).post(scenario.path("standing"), "{\"body\": \"watch\"}"));
    Client flooder = scenario.as(Role.MONITOR, "watch");
    String allegation =
        scenario
            .allegation("key")
            .replace("\"complainant\": \"alba\"", "\"complainant\": \"watch\"");
    JsonNode before = cell();

    for (int i = 0; i < FLOOD; i++) {
      created(
          flooder.post(
              "/cases",
              allegation
                  .replace("\"key\"", "\"key-%d\"".formatted(i))
                  .replace("A letter was forged.", "A letter was forged. %d".formatted(i))));
    }
    String other = created(scenario.submit("another")).header("Location");

    JsonNode after = cell();
    assertThat(before.at("/counts/alleged").asInt()).isZero();
    assertThat(after.at("/counts/alleged").asInt()).isEqualTo(FLOOD + 1);
    assertThat(after.get("grade")).isEqualTo(before.get("grade"));
    assertThat(after.get("share")).isEqualTo(before.get("share"));
    // the other body's case stands first in the docket, and the registrar goes on with it
    assertThat(read("/cases?accord=" + scenario.accord()).at("/items/0/case_id").asString())
        .isEqualTo(other.replace("/cases/", ""));
    ok(scenario.as(Role.REGISTRAR, null).post(other + "/admission", "{}"));
  }

  private JsonNode cell() {
    return read("/cells/%s/borea/no-fakes".formatted(scenario.accord())).get("cell");
  }

  private JsonNode read(String path) {
    String wait = (path.contains("?") ? "&" : "?") + "min_position=" + ledger.head();
    return ok(ledger.get(path + wait, Map.of("Accept", "application/json"))).json();
  }
}
