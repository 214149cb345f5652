package org.accordledger.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.Filing;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Role;
import org.accordledger.core.codec.EventTypes.EventType;
import org.junit.jupiter.api.Test;

class UpcastersTest {
  /** Revision 1 said {@code heading}; 2 renamed it; 3 added the language. */
  record Renamed(String title, String language, Filing filed) implements LedgerEvent {}

  private static final String FILED =
      "\"filed\":{\"at\":\"2020-01-31T12:00:00.000000Z\",\"by\":{\"account\":\"registrar.one\","
          + "\"role\":\"registrar\"}}";
  private static final EventTypes TYPES =
      new EventTypes(List.of(new EventType("test.renamed", 3, Renamed.class)));

  private static final Upcaster HEADING_TO_TITLE =
      payload -> {
        payload.set("title", payload.remove("heading"));
        return payload;
      };

  private final EventCodec codec =
      new EventCodec(
          TYPES,
          new Upcasters(
              Map.of(
                  "test.renamed.v1",
                  HEADING_TO_TITLE,
                  "test.renamed.v2",
                  payload -> payload.put("language", "en"))));

  @Test
  void an_old_payload_is_carried_forward_one_revision_at_a_time() {
    Renamed expected =
        new Renamed(
            "Letters",
            "en",
            Filing.of(
                new Actor(new AccountId("registrar.one"), Role.REGISTRAR, null),
                Instant.parse("2020-01-31T12:00:00Z")));
    assertThat(decode("test.renamed.v1", "\"heading\":\"Letters\"")).isEqualTo(expected);
    assertThat(decode("test.renamed.v2", "\"title\":\"Letters\"")).isEqualTo(expected);
    assertThat(decode("test.renamed.v3", "\"language\":\"en\",\"title\":\"Letters\""))
        .isEqualTo(expected);
  }

  @Test
  void what_an_upcaster_leaves_wrong_is_refused_under_the_stored_type() {
    assertThatThrownBy(() -> decode("test.renamed.v2", "\"heading\":\"Letters\",\"title\":\"x\""))
        .isInstanceOf(UndecodableEvent.class)
        .hasMessageContaining("test.renamed.v2: /heading is not known here");
    assertThatThrownBy(() -> codec.decode("test.renamed.v1", "[]".getBytes(UTF_8)))
        .isInstanceOf(UndecodableEvent.class)
        .hasMessageContaining("test.renamed.v1: the payload must be an object");
  }

  @Test
  void a_missing_step_is_this_programs_fault_and_says_so() {
    EventCodec without = new EventCodec(TYPES, new Upcasters(Map.of()));
    assertThatThrownBy(() -> without.decode("test.renamed.v1", "{}".getBytes(UTF_8)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no upcaster from test.renamed.v1");
  }

  private LedgerEvent decode(String type, String fields) {
    return codec.decode(type, ("{" + FILED + "," + fields + "}").getBytes(UTF_8));
  }
}
