package org.accordledger.api.deadlines;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import tools.jackson.databind.JsonNode;

/** A node of a ledger with a clock of its own. */
final class Node implements AutoCloseable {
  private final TestLedger ledger;

  Node(LedgerSettings settings, InstantSource clock) {
    this.ledger = new TestLedger(settings, clock);
  }

  TestLedger ledger() {
    return ledger;
  }

  void dispatch() {
    ledger.beans(DeadlineDispatcher.class).forEach(DeadlineDispatcher::dispatch);
  }

  /** A case whose respondent was told; gives its address. */
  String notified(Scenario scenario, String allegation) {
    String address =
        created(scenario.as(Role.PARTY, "alba").post("/cases", allegation)).header("Location");
    ok(scenario.as(Role.REGISTRAR, null).post(address + "/admission", "{}"));
    catchUp(ledger.head());
    return address;
  }

  void catchUp(long position) {
    ok(ledger.get("/cases?min_position=" + position, Map.of("Accept", "application/json")));
  }

  JsonNode read(String address) {
    String now = address + "?min_position=" + ledger.head();
    return ok(ledger.get(now, Map.of("Accept", "application/json"))).json();
  }

  String stage(String address) {
    return read(address).get("stage").asString();
  }

  LocalDate lastDay(String address) {
    return LocalDate.parse(read(address).get("respond_by").asString());
  }

  @Override
  public void close() {
    ledger.running().close();
  }
}
