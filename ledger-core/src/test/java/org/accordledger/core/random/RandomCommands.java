package org.accordledger.core.random;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.cases.Case;
import org.accordledger.core.cases.CaseId;

/**
 * Random sequences of commands to several accords and cases of several parties, most of them valid.
 * The same seed gives the same sequence. A sequence may be cut anywhere: what no longer fits is
 * refused.
 */
public final class RandomCommands {
  private static final AccordId CURRENT = new AccordId("accord-current");
  private static final AccordId KEPT = new AccordId("accord-kept-retrospectively");

  private final MemoryLedger ledger = new MemoryLedger();
  private final Choice choice;
  private final Cast cast;
  private final AccordCommands accordCommands;
  private final CaseCommands caseCommands;
  private final Deque<LedgerCommand> waiting = new ArrayDeque<>();
  private int submitted;

  private RandomCommands(long seed) {
    choice = new Choice(new SplittableRandom(seed));
    cast = new Cast(choice);
    accordCommands = new AccordCommands(choice, cast);
    caseCommands = new CaseCommands(choice, cast);
    waiting.addAll(accordCommands.beginning(CURRENT, false));
    waiting.addAll(accordCommands.beginning(KEPT, true));
  }

  /** A sequence of this many commands, of which the first 36 or so set up two accords. */
  public static List<LedgerCommand> sequence(long seed, int commands) {
    RandomCommands random = new RandomCommands(seed);
    List<LedgerCommand> sequence = new ArrayList<>();
    while (sequence.size() < commands) {
      LedgerCommand command = random.next();
      random.ledger.execute(command);
      sequence.add(command);
    }
    return sequence;
  }

  /** What follows from {@link #sequence}. */
  public static List<Recorded<LedgerEvent>> log(long seed, int commands) {
    return MemoryLedger.of(sequence(seed, commands)).log();
  }

  private LedgerCommand next() {
    cast.wait(choice.of(1, 1, 1, 20));
    LedgerCommand prepared = waiting.poll();
    if (prepared != null) {
      return prepared;
    }
    List<Accord> accords = ledger.accords();
    List<Case> cases = ledger.cases();
    if (choice.in100(10)) {
      return accordCommands.next(choice.of(accords));
    }
    if (cases.isEmpty() || choice.in100(10)) {
      boolean again = choice.in100(3) && !cases.isEmpty();
      CaseId id = again ? choice.of(cases).id() : new CaseId("case-" + ++submitted);
      return caseCommands.submit(id, choice.of(accords));
    }
    // the cases of late go on faster, so that some come to an end
    Case state =
        choice.in100(70)
            ? cases.get(Math.max(0, cases.size() - choice.between(1, 6)))
            : choice.of(cases);
    Accord accord = ledger.accord(state.allegation().accord());
    return caseCommands.next(state, accord == null ? accords.getFirst() : accord, cases);
  }
}
