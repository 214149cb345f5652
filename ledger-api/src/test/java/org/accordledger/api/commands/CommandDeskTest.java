package org.accordledger.api.commands;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.Filing;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.cases.CaseCommand.AdmitCase;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.CaseRefusal;
import org.accordledger.store.AppendContext;
import org.accordledger.store.Appended;
import org.accordledger.store.Failure;
import org.accordledger.store.IdempotencyKey;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.LedgerStoreConfig;
import org.accordledger.store.OutcomeUnknown;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What the desk makes of a failure, and when it looks whether another node was faster. */
class CommandDeskTest {
  private static final Filing FILED =
      Filing.of(
          new Actor(new AccountId("registrar-1"), Role.REGISTRAR, null),
          Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void that_nobody_knows_is_said_though_the_database_cannot_be_asked_again() {
    assertThatThrownBy(() -> failing(Failure.nobodyKnows())).isInstanceOf(OutcomeUnknown.class);
  }

  @Test
  void a_refusal_by_a_rule_is_said_without_asking_the_database_again() {
    assertThatThrownBy(() -> failing(new Refused(CaseRefusal.OWN_CASE, "It is a side.")))
        .isInstanceOf(Refused.class);
  }

  /** Sends a command that fails while its database goes away. */
  private static void failing(RuntimeException failure) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(TestDatabase.newDatabase().databaseUrl());
    database.setUser("postgres");
    LedgerStore store = LedgerStore.open(database, LedgerStoreConfig.of("localhost/desk"));
    CommandDesk desk =
        new CommandDesk(
            busThat(
                () -> {
                  store.close();
                  throw failure;
                }),
            store);
    desk.send(admission("case-1"), 0L, key(), List.of());
  }

  @Test
  void a_conflict_is_answered_as_another_node_answered_the_same_request() {
    TestLedger ledger = TestLedger.shared();
    HttpAnswer submitted = created(new Scenario(ledger).inForce().submit(null));
    AdmitCase admission = admission(submitted.json().get("stream").asString());
    IdempotencyKey key = key();
    LedgerCommands other = ledger.beans(LedgerCommands.class).iterator().next();
    LedgerStore store = ledger.beans(LedgerStore.class).iterator().next();
    CommandDesk desk =
        new CommandDesk(
            busThat(
                () -> {
                  Appended first =
                      other.send(admission, 0L, new AppendContext(key, List.of())).join();
                  throw new ConcurrencyException("It stands at " + first.lastPosition());
                }),
            store);

    Acknowledgement answer = desk.send(admission, 0L, key, List.of());

    assertThat(answer.position()).isEqualTo(ledger.head());
    assertThat(answer.stream()).isEqualTo(admission.streamId());
  }

  private static LedgerCommands busThat(Runnable handling) {
    CommandBus bus = SimpleCommandBus.builder().build();
    var _ =
        bus.subscribe(
            AdmitCase.class.getName(),
            message -> {
              assertThat(message.getPayload()).isInstanceOf(LedgerCommand.class);
              handling.run();
              return null;
            });
    return new LedgerCommands(bus, new CommandMeters(new SimpleMeterRegistry()));
  }

  private static AdmitCase admission(String caseId) {
    return new AdmitCase(new CaseId(caseId), Map.of(), FILED);
  }

  private static IdempotencyKey key() {
    return new IdempotencyKey("registrar-1", UUID.randomUUID().toString(), new byte[] {1});
  }
}
