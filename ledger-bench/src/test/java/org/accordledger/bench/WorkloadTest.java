package org.accordledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.accordledger.core.LedgerCommand;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static final int CASES = 120;

  /** A rule the workload breaks would stop the run, or measure refusals. */
  @Test
  void the_domain_takes_every_command_of_the_workload() {
    InMemoryEventStorageEngine stored = new InMemoryEventStorageEngine();
    EmbeddedEventStore events = EmbeddedEventStore.builder().storageEngine(stored).build();
    try (CommandStack commands = new CommandStack(events, NoTransactionManager.INSTANCE)) {
      commands.prepare();
      for (int number = 0; number < CASES; number++) {
        for (LedgerCommand command : Workload.caseOf("test", number)) {
          commands.send(command).join();
        }
        assertThat(events.lastSequenceNumberFor("case-test-" + number)).isPresent();
      }
    } finally {
      events.shutDown();
    }
  }
}
