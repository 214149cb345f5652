package org.accordledger.api.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.Party;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.codec.EncodedEvent;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.store.StoredEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AccordTermsReaderTest {
  private static final AccordId ACCORD = new AccordId("accord-one");
  private static final Filing FILED =
      Filing.of(
          new Actor(new AccountId("registrar"), Role.REGISTRAR, null),
          Instant.parse("2020-01-01T00:00:00Z"));

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final EventCodec codec = new EventCodec();
  private final List<StoredEvent> stream = new CopyOnWriteArrayList<>();
  private final AtomicInteger readings = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AccordTermsReader reader = new AccordTermsReader(id -> List.copyOf(stream), codec);

  /** What it has read, it gives out only when told to. */
  private final AccordTermsReader slow = new AccordTermsReader(id -> firstWaits(), codec);

  @AfterEach
  void letEverybodyGo() {
    goOn.countDown();
    threads.close();
  }

  @Test
  void terms_are_read_once_until_their_stream_grows() {
    append(drafted());
    assertThat(reader.termsOf(ACCORD).version()).isZero();

    append(rules(2));
    assertThat(reader.termsOf(ACCORD).version()).as("nobody has said so").isZero();

    reader.appended(Set.of(ACCORD.value()));
    assertThat(reader.termsOf(ACCORD).version()).isEqualTo(1);
  }

  @Test
  void what_was_read_before_an_append_of_another_node_is_not_kept_after_it() throws Exception {
    CompletableFuture<AccordTerms> early = readingBeforeTheAppend();

    slow.appendedElsewhere();
    goOn.countDown();

    assertThat(early.get(10, TimeUnit.SECONDS).version()).isZero();
    assertThat(slow.termsOf(ACCORD).version()).isEqualTo(1);
  }

  @Test
  void who_asks_after_an_append_does_not_get_a_reading_that_began_before_it() throws Exception {
    CompletableFuture<AccordTerms> early = readingBeforeTheAppend();

    slow.appended(Set.of(ACCORD.value()));
    assertThat(slow.termsOf(ACCORD).version()).isEqualTo(1);

    goOn.countDown();
    assertThat(early.get(10, TimeUnit.SECONDS).version()).isZero();
    assertThat(slow.termsOf(ACCORD).version()).isEqualTo(1);
  }

  @Test
  void the_committer_does_not_wait_for_a_reading_under_way() throws Exception {
    CompletableFuture<AccordTerms> early = readingBeforeTheAppend();

    CompletableFuture<Void> committer =
        CompletableFuture.runAsync(
            () -> {
              slow.appended(Set.of(ACCORD.value(), "case-one"));
              slow.appendedElsewhere();
            },
            threads);

    assertThat(committer).succeedsWithin(Duration.ofSeconds(10));
    assertThat(early).isNotDone();
  }

  @Test
  void an_accord_that_is_not_there_is_looked_for_again() {
    assertThatThrownBy(() -> reader.termsOf(ACCORD)).isInstanceOf(Refused.class);
    append(drafted());
    assertThat(reader.termsOf(ACCORD).version()).isZero();
  }

  /** A reading that has seen the draft alone and is not over, and then a second event. */
  private CompletableFuture<AccordTerms> readingBeforeTheAppend() throws InterruptedException {
    append(drafted());
    CompletableFuture<AccordTerms> early =
        CompletableFuture.supplyAsync(() -> slow.termsOf(ACCORD), threads);
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    append(rules(2));
    return early;
  }

  private List<StoredEvent> firstWaits() {
    List<StoredEvent> seen = new ArrayList<>(stream);
    if (readings.getAndIncrement() == 0) {
      begun.countDown();
      try {
        assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return seen;
  }

  private void append(AccordEvent event) {
    EncodedEvent encoded = codec.encode(event);
    int next = stream.size();
    stream.add(
        new StoredEvent(
            next,
            ACCORD.value(),
            next,
            encoded.type(),
            FILED.at(),
            new UUID(0, next),
            encoded.payload(),
            Map.of(),
            null));
  }

  private static AccordEvent drafted() {
    return new AccordEvent.AccordDrafted(
        ACCORD,
        Map.of(new LanguageTag("en"), "Accord One"),
        List.of(),
        List.of(new Party(new BodyId("north"), Map.of())),
        List.of(new LanguageTag("en")),
        false,
        false,
        List.of(),
        new ProcedureRules(1, 30, 3, 2),
        FILED);
  }

  private static AccordEvent rules(int version) {
    return new AccordEvent.RulesAdopted(new ProcedureRules(version, 60, 3, 2), FILED);
  }
}
