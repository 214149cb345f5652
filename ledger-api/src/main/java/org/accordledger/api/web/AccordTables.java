package org.accordledger.api.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.accordledger.api.reads.AccordDocument;
import org.accordledger.api.reads.ScorecardDocument;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.scorecard.AccordCard;
import org.accordledger.core.scorecard.Cell;

/** The scorecard's tables: clauses down, parties across, in the order of the accord. */
final class AccordTables {
  private final AccordNames accords;
  private final Locale locale;
  private final Address asked;

  /**
   * @param accords reads accords at the point of the ledger that is shown
   * @param asked carries the parameters every link keeps
   */
  AccordTables(AccordNames accords, Locale locale, Address asked) {
    this.accords = accords;
    this.locale = locale;
    this.asked = asked;
  }

  List<ScorecardPage.AccordTable> of(ScorecardDocument document) {
    return document.accords().stream().map(card -> table(card, document.cells())).toList();
  }

  private ScorecardPage.AccordTable table(AccordCard card, List<Cell> all) {
    AccordDocument accord = accords.get(card.accord());
    Names names = new Names(accord, locale);
    Map<ClauseCode, Map<BodyId, Cell>> rows = new LinkedHashMap<>();
    Set<BodyId> parties = new LinkedHashSet<>();
    card.parties().forEach(party -> parties.add(party.id()));
    for (Cell cell : all) {
      if (cell.key().accord().equals(card.accord())) {
        rows.computeIfAbsent(cell.key().clause(), _ -> new LinkedHashMap<>())
            .put(cell.key().party(), cell);
        parties.add(cell.key().party());
      }
    }
    parties.removeIf(
        party -> !rows.isEmpty() && rows.values().stream().noneMatch(r -> r.containsKey(party)));
    List<ScorecardPage.ClauseRow> lines = new ArrayList<>();
    rows.forEach((clause, cells) -> lines.add(row(clause, cells, parties, accord, names)));
    return new ScorecardPage.AccordTable(
        card.accord().value(),
        names.title(),
        asked.to("accords", card.accord()).only("as_of").toString(),
        card.hypothetical(),
        Integer.toString(card.method()),
        parties.stream().map(names::of).toList(),
        lines);
  }

  private ScorecardPage.ClauseRow row(
      ClauseCode clause,
      Map<BodyId, Cell> cells,
      Set<BodyId> parties,
      AccordDocument accord,
      Names names) {
    List<ScorecardPage.CellView> views = new ArrayList<>();
    for (BodyId party : parties) {
      Cell cell = cells.get(party);
      views.add(
          cell == null
              ? ScorecardPage.CellView.none(names.of(party))
              : Cells.view(
                  cell,
                  names.of(party),
                  accord.bindingness(clause),
                  asked.to("cells", accord.accord(), party, clause),
                  EnumSet.copyOf(Cells.SUMMARY),
                  null));
    }
    return new ScorecardPage.ClauseRow(
        clause.value(),
        names.text(clause),
        asked.to("accords", accord.accord()).only("as_of").at("clause-" + clause).toString(),
        views);
  }
}
