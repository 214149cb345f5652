package org.accordledger.core.random;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.AccordDecisions;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.cases.Case;
import org.accordledger.core.cases.CaseCommand;
import org.accordledger.core.cases.CaseDecisions;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.OtherCase;
import org.jspecify.annotations.Nullable;

/** A whole ledger without a store: decides commands and keeps what follows from them. */
public final class MemoryLedger {
  private final Map<String, Accord> accords = new LinkedHashMap<>();
  private final Map<String, Case> cases = new LinkedHashMap<>();
  private final Map<String, Long> versions = new LinkedHashMap<>();
  private final List<Recorded<LedgerEvent>> log = new ArrayList<>();
  private final Map<RefusalCode, Integer> refusals = new LinkedHashMap<>();
  private Instant recordedAt = Instant.EPOCH;

  /** A ledger after these commands; the refused ones left nothing. */
  public static MemoryLedger of(List<? extends LedgerCommand> commands) {
    MemoryLedger ledger = new MemoryLedger();
    commands.forEach(ledger::execute);
    return ledger;
  }

  /** Decides one command; false if it was refused. */
  public boolean execute(LedgerCommand command) {
    try {
      List<? extends LedgerEvent> events =
          switch (command) {
            case AccordCommand c -> decide(c);
            case CaseCommand c -> decide(c);
            default -> throw new IllegalArgumentException("unknown kind of command: " + command);
          };
      events.forEach(event -> append(command, event));
      return true;
    } catch (Refused e) {
      refusals.merge(e.code(), 1, Integer::sum);
      return false;
    } catch (InvalidValue e) {
      return false;
    }
  }

  private List<AccordEvent> decide(AccordCommand command) {
    Accord state = accords.get(command.streamId());
    List<AccordEvent> events = AccordDecisions.decide(state, command);
    for (AccordEvent event : events) {
      state = Accord.evolve(state, event);
      accords.put(command.streamId(), state);
    }
    return events;
  }

  private List<CaseEvent> decide(CaseCommand command) {
    Case state = cases.get(command.streamId());
    AccordId accord = CaseDecisions.accordOf(state, command);
    Accord terms = accords.get(accord.value());
    if (terms == null) {
      throw new Refused(AccordRefusal.UNKNOWN_ACCORD, "there is no accord " + accord);
    }
    CaseId named = CaseDecisions.otherCaseOf(command);
    Case other = named == null ? null : cases.get(named.value());
    List<CaseEvent> events =
        CaseDecisions.decide(
            state,
            command,
            terms.terms(),
            other == null ? null : OtherCase.of(other),
            AccordCommands.ELECTION);
    for (CaseEvent event : events) {
      state = Case.evolve(state, event);
      cases.put(command.streamId(), state);
    }
    return events;
  }

  private void append(LedgerCommand command, LedgerEvent event) {
    Instant at = command.filed().at();
    recordedAt = at.isAfter(recordedAt) ? at : recordedAt;
    long version = versions.merge(command.streamId(), 0L, (before, zero) -> before + 1);
    log.add(new Recorded<>(log.size(), recordedAt, command.streamId(), version, event));
  }

  /** Everything that happened, by position. */
  public List<Recorded<LedgerEvent>> log() {
    return Collections.unmodifiableList(log);
  }

  /** How often each rule refused a command. */
  public Map<RefusalCode, Integer> refusals() {
    return Collections.unmodifiableMap(refusals);
  }

  List<Accord> accords() {
    return List.copyOf(accords.values());
  }

  List<Case> cases() {
    return List.copyOf(cases.values());
  }

  @Nullable Accord accord(AccordId id) {
    return accords.get(id.value());
  }
}
