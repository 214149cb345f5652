package org.accordledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EngineTest {
  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  private final DataSource database = postgres.source();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2030-01-01T00:00:00.000001234Z"));
  private final TestNode node = TestNode.on(database, TestNode.config(), now::get);

  @AfterEach
  void theStoreIsClosed() {
    node.close();
  }

  @Test
  void anAppendedEventIsReadBackAsItWasWithTheTimeTheLedgerGaveIt() {
    DomainEventMessage<Noted> written =
        new GenericDomainEventMessage<>(
            "note", "note-1", 0, new Noted("one"), Map.of("traceId", "t", "correlationId", "c"));
    node.engine().appendEvents(written);

    DomainEventMessage<?> read = node.engine().readEvents("note-1").next();
    assertThat(read.getPayload()).isEqualTo(new Noted("one"));
    assertThat(read.getType()).isEqualTo("note");
    assertThat(read.getAggregateIdentifier()).isEqualTo("note-1");
    assertThat(read.getSequenceNumber()).isZero();
    assertThat(read.getMetaData()).isEqualTo(written.getMetaData());
    assertThat(read.getIdentifier()).isEqualTo(written.getIdentifier());
    assertThat(read.getTimestamp()).isEqualTo("2030-01-01T00:00:00.000001Z");
  }

  @Test
  void messagesHaveTimeOrderedIdentifiersAndAnyOtherIdentifierIsKeptBesideTheLogsOwn() {
    assertThat(UUID.fromString(GenericEventMessage.asEventMessage("x").getIdentifier()).version())
        .isEqualTo(7);
    node.engine()
        .appendEvents(
            new GenericDomainEventMessage<>(
                "note", "note-1", 0, new Noted("x"), Map.of(), "my own", Instant.EPOCH));
    assertThat(node.engine().readEvents("note-1").next().getIdentifier()).isEqualTo("my own");
    assertThat(node.store().events().read(0, 1).getFirst().id().version()).isEqualTo(7);
  }

  @Test
  void aStreamIsReadFromAnyVersionAndKnowsItsLast() {
    node.append("note-1", 0, "a", "b", "c");
    node.append("note-2", 0, "z");

    assertThat(
            node.engine()
                .readEvents("note-1", 1)
                .asStream()
                .<Object>map(DomainEventMessage::getPayload))
        .containsExactly(new Noted("b"), new Noted("c"));
    assertThat(node.engine().lastSequenceNumberFor("note-1")).contains(2L);
    assertThat(node.engine().lastSequenceNumberFor("note-3")).isEmpty();
    assertThat(node.engine().readEvents("note-3").hasNext()).isFalse();
  }

  @Test
  void aStreamIsCreatedOnce() {
    node.append("note-1", 0, "a");
    assertThatExceptionOfType(AggregateStreamCreationException.class)
        .isThrownBy(() -> node.append("note-1", 0, "b"))
        .withMessage("note-1 exists already: a stream is created once.");
    assertThat(WholeLog.check(database)).containsExactly("a");
  }

  @Test
  void anAppendThatDoesNotFollowTheStreamsLastVersionIsStale() {
    node.append("note-1", 0, "a", "b");
    for (long version : new long[] {1, 3}) {
      assertThatExceptionOfType(StaleAppend.class)
          .isThrownBy(() -> node.append("note-1", version, "c"))
          .satisfies(stale -> assertThat(stale.streamId()).isEqualTo("note-1"));
    }
    assertThat(WholeLog.check(database)).containsExactly("a", "b");
  }

  @Test
  void anAppendIsAllOrNothingAlsoOverSeveralStreams() {
    node.append("note-1", 0, "a");
    List<EventMessage<?>> both =
        List.of(
            TestNode.notes("note-2", 0, "x").getFirst(),
            TestNode.notes("note-1", 0, "y").getFirst());
    assertThatExceptionOfType(AggregateStreamCreationException.class)
        .isThrownBy(() -> node.engine().appendEvents(both));
    assertThat(WholeLog.check(database)).containsExactly("a");
  }

  @Test
  void recordedTimeNeverGoesBackWhateverTheClockDoes() {
    node.append("note-1", 0, "a");
    now.set(Instant.parse("2029-01-01T00:00:00Z"));
    node.append("note-1", 1, "b");
    assertThat(node.store().events().read(0, 10))
        .extracting(event -> event.recordedAt().toString())
        .containsOnly("2030-01-01T00:00:00.000001Z");
  }

  @Test
  void trackingStartsAfterAnyToken() {
    for (int i = 0; i < 20; i++) {
      node.append("note-" + i, 0, "n" + i);
    }
    assertThat(texts(null)).hasSize(20).startsWith("n0").endsWith("n19");
    assertThat(texts(new GlobalSequenceTrackingToken(11)))
        .containsExactly("n12", "n13", "n14", "n15", "n16", "n17", "n18", "n19");
    assertThat(texts(node.engine().createHeadToken())).isEmpty();
    assertThat(texts(node.engine().createTailToken())).hasSize(20);
  }

  @Test
  void aTokenForATimeTracksWhatWasRecordedThenOrLater() {
    assertThat(node.engine().createHeadToken()).isNull();
    assertThat(node.engine().createTokenAt(Instant.EPOCH)).isNull();
    for (int second = 0; second < 6; second++) {
      now.set(Instant.parse("2030-01-01T00:00:0" + second + "Z"));
      node.append("note-" + second, 0, "first" + second);
      node.append("note-" + second, 1, "then" + second);
    }
    Instant three = Instant.parse("2030-01-01T00:00:03Z");
    assertThat(texts(node.engine().createTokenAt(three))).startsWith("first3").hasSize(6);
    assertThat(texts(node.engine().createTokenAt(three.plusNanos(1))))
        .startsWith("first4")
        .hasSize(4);
    assertThat(texts(node.engine().createTokenAt(Instant.EPOCH))).hasSize(12);
    assertThat(texts(node.engine().createTokenAt(Instant.parse("2031-01-01T00:00:00Z")))).isEmpty();
    assertThat(node.store().events().positionAt(three)).isEqualTo(7);
    assertThat(node.store().events().positionAt(three.minusNanos(1))).isEqualTo(5);
    assertThat(node.store().events().positionAt(Instant.EPOCH)).isEqualTo(-1);
    assertThat(node.store().events().head()).isEqualTo(11);
  }

  @Test
  void theLatestSnapshotIsKeptAndReadingAnAggregateStartsFromIt() {
    node.append("note-1", 0, "a", "b", "c");
    assertThat(node.engine().readSnapshot("note-1")).isEmpty();
    node.events().storeSnapshot(TestNode.notes("note-1", 1, "state after b").getFirst());
    node.events().storeSnapshot(TestNode.notes("note-1", 0, "older state").getFirst());

    Optional<DomainEventMessage<?>> snapshot = node.engine().readSnapshot("note-1");
    assertThat(snapshot.orElseThrow().getSequenceNumber()).isEqualTo(1);
    assertThat(snapshot.orElseThrow().getType()).isEqualTo("note");
    assertThat(node.events().readEvents("note-1").asStream())
        .extracting(message -> ((Noted) message.getPayload()).text())
        .containsExactly("state after b", "c");
  }

  @Test
  void whatCannotBeStoredIsRefusedBeforeItReachesTheOthers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node.engine().appendEvents(GenericEventMessage.asEventMessage("x")))
        .withMessage("only events of a stream are stored, not String");
    assertThatIllegalArgumentException().isThrownBy(() -> node.append("zero\0", 0, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> node.append("", 0, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> node.append("\uD800", 0, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> node.append("x".repeat(66_000), 0, "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                node.engine()
                    .appendEvents(
                        new GenericDomainEventMessage<>(
                            "note", "note-1", 0, new Noted("x"), Map.of("count", 1))))
        .withMessageContaining("count");
    assertThat(WholeLog.check(database)).isEmpty();
  }

  private List<String> texts(@Nullable TrackingToken token) {
    return node.engine()
        .readEvents(token, false)
        .map(TrackedEventMessage::getPayload)
        .map(payload -> ((Noted) payload).text())
        .toList();
  }
}
