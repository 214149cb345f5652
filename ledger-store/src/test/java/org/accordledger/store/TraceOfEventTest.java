package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trace of an event stands beside it; the whole log is checked after every test. */
class TraceOfEventTest {
  private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final DataSource database = postgres.source();

  private static void append(TestNode node, String trace) {
    node.engine()
        .appendEvents(
            new GenericDomainEventMessage<>(
                "note", "note-1", 0, new Noted("one"), Map.of("traceparent", trace)));
  }

  private static @Nullable String stored(TestNode node) {
    StoredEvent event = node.store().events().read(0, 1).getFirst();
    assertThat(event.metadata()).isEmpty();
    assertThat(node.store().events().readEntries(0, 1, 1).getFirst().traceparent())
        .isEqualTo(event.traceparent());
    return event.traceparent();
  }

  @Test
  void aSampledTraceIsStoredBesideTheEventAndComesBackWithItsMessage() {
    try (TestNode node = TestNode.on(database, TestNode.config(), InstantSource.system())) {
      append(node, SAMPLED);

      assertThat(stored(node)).isEqualTo(SAMPLED);
      assertThat(node.engine().readEvents("note-1").next().getMetaData())
          .isEqualTo(Map.of("traceparent", SAMPLED));
      assertThat(WholeLog.check(database)).containsExactly("one");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01 and more",
        "01",
        ""
      })
  void ofATraceThatIsNotSampledOrNotWellFormedNothingIsStored(String trace) {
    try (TestNode node = TestNode.on(database, TestNode.config(), InstantSource.system())) {
      append(node, trace);

      assertThat(stored(node)).isNull();
      assertThat(node.engine().readEvents("note-1").next().getMetaData()).isEmpty();
    }
  }

  @Test
  void whatTheFormerVersionWroteBeforeIsReadWithoutATrace() {
    Flyway.configure()
        .dataSource(database)
        .schemas("ledger")
        .defaultSchema("ledger")
        .locations("classpath:db/store")
        .target("2")
        .load()
        .migrate();
    ManyNotes.store(database, 2);
    try (TestNode node = TestNode.on(database, TestNode.config(), InstantSource.system())) {
      assertThat(node.store().events().read(0, 9))
          .extracting(StoredEvent::traceparent)
          .containsExactly(null, null);
    }
  }

  /** It names the columns that it knows. */
  @Test
  void whatTheFormerVersionWritesBesideIsReadWithoutATrace() {
    try (TestNode node = TestNode.on(database, TestNode.config(), InstantSource.system())) {
      ManyNotes.store(database, 2);
      assertThat(node.store().events().read(0, 9))
          .extracting(StoredEvent::traceparent)
          .containsExactly(null, null);
    }
  }
}
