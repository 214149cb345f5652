package org.accordledger.api.tamper;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.accordledger.api.Client;
import org.accordledger.api.LedgerApplication;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.RunningLedger;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.LedgerStoreConfig;
import org.accordledger.store.publish.LogContradiction;
import org.accordledger.store.publish.LogDirectory;
import org.accordledger.store.publish.LogPublisher;
import org.accordledger.store.publish.LogPublisherConfig;
import org.accordledger.store.publish.SigningKeys;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A ledger that does not run at the moment: its database and its files, open to attack. */
record Victim(LedgerSettings settings) {
  private static final Map<String, String> WAIT = Map.of("Prefer", "wait=published");

  /** A copy to attack. */
  Victim copy() {
    return new Victim(TestDatabase.copyOf(settings));
  }

  Path log() {
    return settings.dataDirectory().resolve("log");
  }

  /** The one line of the key that readers have. */
  String key() {
    try {
      return Files.readString(log().resolve("localhost_ledger.vkey")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the application on it. */
  <T> T running(Work<T> work) {
    try (RunningLedger running = LedgerApplication.start(settings)) {
      assertThat(running.awaitReady(Duration.ofMinutes(1))).isTrue();
      return work.on(new TestLedger(running));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets it grow by this many allegations, the last of them published. */
  void grow(int cases) {
    running(
        ledger -> {
          Scenario scenario = new Scenario(ledger).inForce();
          Client party = scenario.as(Role.PARTY, "alba");
          try (ExecutorService several = Executors.newFixedThreadPool(8)) {
            List<Future<?>> sent =
                IntStream.range(1, cases)
                    .<Future<?>>mapToObj(
                        i ->
                            several.submit(
                                () -> created(party.post("/cases", scenario.allegation(null)))))
                    .toList();
            sent.forEach(Victim::join);
          }
          return created(party.post("/cases", scenario.allegation(null), WAIT));
        });
  }

  private static void join(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Why its publisher refuses to start; empty if it does start. */
  Optional<LogContradiction> refusal() {
    try (LedgerStore store =
        LedgerStore.open(database(), LedgerStoreConfig.of(settings.origin()))) {
      LogDirectory files = LogDirectory.open(log());
      SigningKeys keys =
          SigningKeys.open(settings.dataDirectory().resolve("keys"), files, settings.origin());
      LogPublisher.start(store, files, keys, LogPublisherConfig.standard()).close();
      return Optional.empty();
    } catch (LogContradiction e) {
      return Optional.of(e);
    }
  }

  /** Does what nobody but the owner of the database can: without its triggers. */
  void asSuperuser(String... statements) {
    JdbcTemplate jdbc = new JdbcTemplate(database());
    String tables = "event log_head signed_checkpoint";
    for (String table : tables.split(" ", -1)) {
      jdbc.execute("alter table ledger." + table + " disable trigger user");
    }
    for (String statement : statements) {
      jdbc.execute(statement);
    }
    for (String table : tables.split(" ", -1)) {
      jdbc.execute("alter table ledger." + table + " enable trigger user");
    }
  }

  /** The database as its owner. */
  PGSimpleDataSource database() {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(settings.databaseUrl());
    database.setUser(settings.databaseUser());
    return database;
  }

  /** What is done while it runs. */
  interface Work<T> {
    T on(TestLedger ledger);
  }
}
