package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.AccordTerms.Panelist;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.Cooperation;
import org.accordledger.core.accord.Glossary;
import org.accordledger.core.accord.ObservanceEvent;
import org.accordledger.core.accord.Release;
import org.jspecify.annotations.Nullable;

/** Puts together how an accord is read, kept and left, from its events and the state of core. */
final class ObservanceFile {
  /** Where a release was filed, and why. */
  private record Filed(long position, @Nullable TextDocument reason) {}

  private final Function<ContentRef, TextDocument> texts;
  private final List<Filed> releases = new ArrayList<>();
  private final Map<BodyId, ObservanceDocument.EndDeclared> ends = new LinkedHashMap<>();
  private final Map<BodyId, ObservanceDocument.StandingEnded> standing = new LinkedHashMap<>();
  private final Map<ClauseCode, LocalDate> cooperation = new LinkedHashMap<>();

  ObservanceFile(Function<ContentRef, TextDocument> texts) {
    this.texts = texts;
  }

  void read(Recorded<? extends AccordEvent> recorded) {
    long position = recorded.position();
    switch (recorded.event()) {
      case ObservanceEvent.PerformanceSuspended e ->
          releases.add(new Filed(position, texts.apply(e.ground())));
      case ObservanceEvent.PartyWithdrew e ->
          releases.add(new Filed(position, texts.apply(e.reason())));
      case ObservanceEvent.AccordTerminated _ -> releases.add(new Filed(position, null));
      case ObservanceEvent.TerminationDeclared e ->
          ends.put(
              e.party(),
              new ObservanceDocument.EndDeclared(
                  position, e.party(), e.filed().day(), e.effective(), texts.apply(e.reason())));
      case ObservanceEvent.StandingWithdrawn e ->
          standing.put(
              e.body(),
              new ObservanceDocument.StandingEnded(e.body(), e.from(), texts.apply(e.reason())));
      case AccordEvent.StandingGranted e -> standing.remove(e.body());
      case AccordEvent.TextOffered e ->
          e.items().stream()
              .filter(item -> item.kind() == Clause.Kind.COOPERATION)
              .forEach(item -> cooperation.putIfAbsent(item.code(), e.filed().day()));
      default -> {
        // the state of core holds what these say
      }
    }
  }

  ObservanceDocument document(Accord accord, LocalDate day) {
    return new ObservanceDocument(
        accord.observance().statements(),
        released(accord.observance().releases()),
        List.copyOf(ends.values()),
        cooperation.entrySet().stream()
            .map(item -> item(accord, item.getKey(), item.getValue(), day))
            .toList(),
        accord.observance().standingRules(),
        List.copyOf(standing.values()),
        accord.roster().stream().map(panelist -> entry(accord, panelist)).toList(),
        glossary(accord, day));
  }

  /** Core keeps releases in the order in which they were filed, and so do the grounds here. */
  private List<ObservanceDocument.Released> released(List<Release> all) {
    List<ObservanceDocument.Released> released = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Release release = all.get(i);
      Filed filed = releases.get(i);
      released.add(
          new ObservanceDocument.Released(
              filed.position(),
              release.kind(),
              release.party(),
              release.clause(),
              release.from(),
              release.until(),
              release.condition(),
              filed.reason()));
    }
    return List.copyOf(released);
  }

  private static ObservanceDocument.CooperationItem item(
      Accord accord, ClauseCode clause, LocalDate proposedOn, LocalDate day) {
    List<ClauseInForce> versions = accord.clauses().getOrDefault(clause, List.of());
    ClauseInForce newest = versions.isEmpty() ? null : versions.getLast();
    LocalDate end = Cooperation.end(accord, clause);
    return new ObservanceDocument.CooperationItem(
        clause,
        Cooperation.status(accord, clause, day),
        proposedOn,
        newest == null ? null : newest.from(),
        end);
  }

  private static ObservanceDocument.RosterEntry entry(Accord accord, Panelist panelist) {
    return new ObservanceDocument.RosterEntry(
        panelist.member(),
        panelist.nationality(),
        panelist.baskets(),
        accord.observance().retired().get(panelist.member()));
  }

  private static ObservanceDocument.GlossaryDocument glossary(Accord accord, LocalDate day) {
    Glossary glossary = accord.observance().glossary();
    List<BodyId> parties =
        accord.parties().stream()
            .filter(party -> !accord.observance().hasLeft(party, day))
            .toList();
    return new ObservanceDocument.GlossaryDocument(
        glossary.version(),
        glossary.readings().stream().map(reading -> reading(reading, parties)).toList(),
        glossary.interpretations());
  }

  private static ObservanceDocument.Reading reading(
      Glossary.Reading reading, List<BodyId> parties) {
    return new ObservanceDocument.Reading(
        reading.term(),
        reading.language(),
        reading.version(),
        reading.text(),
        reading.sharing(parties),
        reading.stands().entrySet().stream()
            .map(
                stand ->
                    new ObservanceDocument.Stand(
                        stand.getKey(), stand.getValue().since(), stand.getValue().own()))
            .toList());
  }
}
