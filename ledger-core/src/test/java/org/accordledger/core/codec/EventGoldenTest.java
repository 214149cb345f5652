package org.accordledger.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.codec.EventTypes.EventType;
import org.accordledger.core.golden.Goldens;
import org.accordledger.core.random.RandomRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of every revision of every event there is a payload that some ledger may hold ({@code .json}) and
 * what it must be read as ({@code .txt}, the record as text; {@code .as_v2.txt}, that of an old
 * payload once revision 2 is the current one).
 */
class EventGoldenTest {
  private static final Goldens GOLDENS = Goldens.of("events");

  private final EventCodec codec = new EventCodec();

  static List<EventType> types() {
    return EventTypes.LEDGER.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_stored_payload_is_read_as_it_was_and_written_in_the_same_bytes(EventType type) {
    String name = type.qualified() + ".json";
    String stored =
        GOLDENS.has(name) ? GOLDENS.read(name) : new String(sample(type).payload(), UTF_8);
    LedgerEvent event = codec.decode(type.qualified(), stored.getBytes(UTF_8));
    GOLDENS.check(name, new String(codec.encode(event).payload(), UTF_8));
    GOLDENS.check(type.qualified() + ".txt", event.toString());
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_payload_of_an_older_revision_is_read_as_it_was(EventType type) {
    for (int revision = 1; revision < type.revision(); revision++) {
      String old = type.name() + ".v" + revision;
      LedgerEvent event = codec.decode(old, GOLDENS.read(old + ".json").getBytes(UTF_8));
      GOLDENS.check(old + ".as_v" + type.revision() + ".txt", event.toString());
    }
  }

  @Test
  void no_golden_is_left_of_an_event_that_nobody_lists() {
    List<String> listed = types().stream().flatMap(EventGoldenTest::revisions).sorted().toList();
    assertThat(GOLDENS.names(".json")).isEqualTo(listed);
  }

  private static Stream<String> revisions(EventType type) {
    return IntStream.rangeClosed(1, type.revision())
        .mapToObj(revision -> type.name() + ".v" + revision + ".json");
  }

  private EncodedEvent sample(EventType type) {
    SplittableRandom random = new SplittableRandom(type.name().hashCode());
    return codec.encode(RandomRecords.readable(random).of(type.event()));
  }
}
