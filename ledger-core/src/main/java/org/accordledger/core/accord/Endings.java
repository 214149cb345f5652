package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.ObservanceCommand.Terminate;
import org.accordledger.core.accord.ObservanceCommand.Withdraw;
import org.accordledger.core.accord.ObservanceEvent.AccordTerminated;
import org.accordledger.core.accord.ObservanceEvent.PartyWithdrew;
import org.accordledger.core.accord.ObservanceEvent.TerminationDeclared;
import org.jspecify.annotations.Nullable;

/**
 * How an accord is left, by one party for itself, and how it ends, by all who are bound. Nobody
 * ends it for another: what one party wants is recorded, and the accord ends when the last of those
 * who stay has wanted it too, on the latest day named.
 */
final class Endings {
  private Endings() {}

  static List<ObservanceEvent> decide(Accord accord, Withdraw command) {
    ObservanceRules.actsAsAParty(accord, command.party(), command.filed());
    if (leaving(accord).contains(command.party())) {
      throw new Refused(
          ObservanceRefusal.ALREADY_LEAVING,
          "%s has said before that it leaves".formatted(command.party()));
    }
    ObservanceRules.notBeforeFiling("effective", command.effective(), command.filed());
    List<ObservanceEvent> events = new ArrayList<>();
    events.add(
        new PartyWithdrew(command.party(), command.effective(), command.reason(), command.filed()));
    addEnd(events, accord, command.party(), accord.observance().ends(), command.filed());
    return List.copyOf(events);
  }

  static List<ObservanceEvent> decide(Accord accord, Terminate command) {
    ObservanceRules.actsAsAParty(accord, command.party(), command.filed());
    Map<BodyId, LocalDate> declared = new LinkedHashMap<>(accord.observance().ends());
    if (declared.containsKey(command.party())) {
      throw new Refused(
          ObservanceRefusal.END_ALREADY_DECLARED,
          "%s declared the end before: it waits for the other parties".formatted(command.party()));
    }
    ObservanceRules.notBeforeFiling("effective", command.effective(), command.filed());
    declared.put(command.party(), command.effective());
    List<ObservanceEvent> events = new ArrayList<>();
    events.add(
        new TerminationDeclared(
            command.party(), command.effective(), command.reason(), command.filed()));
    addEnd(events, accord, null, declared, command.filed());
    return List.copyOf(events);
  }

  /** Ends the accord in the same decision if everybody who stays has declared it. */
  private static void addEnd(
      List<ObservanceEvent> events,
      Accord accord,
      @Nullable BodyId alsoLeaving,
      Map<BodyId, LocalDate> declared,
      Filing filed) {
    Set<BodyId> staying = new HashSet<>(accord.parties());
    staying.removeAll(leaving(accord));
    if (alsoLeaving != null) {
      staying.remove(alsoLeaving);
    }
    if (staying.isEmpty() || !declared.keySet().containsAll(staying)) {
      return;
    }
    LocalDate latest =
        declared.entrySet().stream()
            .filter(entry -> staying.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .max(LocalDate::compareTo)
            .orElseThrow();
    // a day named long ago may have passed when the last of them agrees
    LocalDate day = latest.isBefore(filed.day()) ? filed.day() : latest;
    if (accord.observance().terminatedFrom() == null) {
      events.add(new AccordTerminated(day, filed));
    }
  }

  /** The parties that have left or said when they will. */
  private static Set<BodyId> leaving(Accord accord) {
    Set<BodyId> leaving = new HashSet<>();
    for (Release release : accord.observance().releases()) {
      BodyId party = release.party();
      if (release.kind() == Release.Kind.WITHDRAWAL && party != null) {
        leaving.add(party);
      }
    }
    return leaving;
  }
}
