package org.accordledger.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.accordledger.api.reads.AccordDocument;
import org.accordledger.api.reads.AccordReads;
import org.accordledger.api.reads.CellDocument;
import org.accordledger.api.reads.CellRequest;
import org.accordledger.api.reads.Found;
import org.accordledger.api.reads.ScorecardReads;
import org.accordledger.core.accord.Basket.Bindingness;
import org.accordledger.core.accord.ScoringMethod;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Grade;
import org.accordledger.projections.scorecard.CaseBehind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one cell: its grade, every figure, and the cases behind one of them. */
@Controller
class CellPageController {
  /** What says in few words what became of a case. */
  private static final Set<Counter> TELLING =
      EnumSet.complementOf(
          EnumSet.of(
              Counter.ALLEGED,
              Counter.ILLUSTRATIVE,
              Counter.INADMISSIBLE,
              Counter.DECIDED,
              Counter.ANSWERED,
              Counter.STANDING_VIOLATION,
              Counter.STANDING_GRAVE));

  private final ScorecardReads scorecards;
  private final AccordReads accords;

  CellPageController(ScorecardReads scorecards, AccordReads accords) {
    this.scorecards = scorecards;
    this.accords = accords;
  }

  @GetMapping(path = "/cells/{accord}/{party}/{clause}", produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView one(
      @PathVariable("accord") String accord,
      @PathVariable("party") String party,
      @PathVariable("clause") String clause,
      @RequestParam(name = "counter", required = false) @Nullable String counter,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "method", required = false) @Nullable String method,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      Locale locale,
      HttpServletResponse response) {
    CellRequest request =
        CellRequest.of(accord, party, clause, counter, asOf, incidents, method, cursor, limit);
    Found<CellDocument> found = scorecards.cell(request);
    Address links =
        Address.of().with("as_of", asOf).with("incidents", incidents).with("method", method);
    CellPage page = page(found, request, links, locale);
    return Rendering.of("cell", page, page.frame(), response);
  }

  private CellPage page(
      Found<CellDocument> found, CellRequest request, Address links, Locale locale) {
    CellDocument document = found.document();
    Cell cell = document.cell();
    AccordNames known = new AccordNames(accords, request.asOf(), locale);
    AccordDocument accord = known.get(cell.key().accord());
    Names names = known.names(cell.key().accord());
    Bindingness bindingness = accord.bindingness(cell.key().clause());
    Address self = links.to("cells", cell.key().accord(), cell.key().party(), cell.key().clause());
    Address here = self.with("counter", document.counter().code());
    String party = names.of(cell.key().party());
    Frame frame =
        Frame.of(party + " · " + cell.key().clause(), "scorecard", found, here)
            .hypothetical(accord.hypothetical())
            .leavingOut(document.leftOut());
    String text = names.text(cell.key().clause());
    return new CellPage(
        frame,
        filter(self, document.counter(), links),
        links.to("scorecard").toString(),
        links.to("accords", cell.key().accord()).only("as_of").toString(),
        names.title(),
        party,
        cell.key().clause().value(),
        text.isEmpty() ? null : text,
        Cells.view(
            cell, party, bindingness, self, EnumSet.allOf(Counter.class), document.counter()),
        rule(cell.grade(), document.method()),
        Integer.toString(document.method()),
        cell.inForceSince() == null ? null : cell.inForceSince().toString(),
        cell.coveredBy().isEmpty() ? null : names.of(cell.coveredBy()),
        cell.undatedLeftOut(),
        Cells.days(cell.medianDaysToRespond()),
        Cells.days(cell.medianDaysToDecide()),
        Cells.label(document.counter(), bindingness),
        document.cases().stream().map(entry -> behind(entry, bindingness, links)).toList(),
        document.next() == null
            ? null
            : here.with("cursor", document.next()).at("cases").toString());
  }

  /** The methods differ in one rule. */
  private static String rule(Grade grade, int method) {
    String rule = Words.key("grade.rule", grade);
    return grade == Grade.SERIOUS_VIOLATION && method == ScoringMethod.RECORD.number()
        ? rule + "." + method
        : rule;
  }

  private static CellPage.Behind behind(CaseBehind entry, Bindingness bindingness, Address links) {
    return new CellPage.Behind(
        links.to("cases", entry.caseId()).only("as_of").toString(),
        entry.title(),
        entry.illustrative(),
        entry.month() == null ? null : entry.month().toString(),
        entry.counters().stream()
            .filter(TELLING::contains)
            .sorted()
            .map(counter -> Cells.label(counter, bindingness))
            .toList());
  }

  private static ScorecardPage.Filter filter(Address self, Counter counter, Address links) {
    return new ScorecardPage.Filter(
        self.path(),
        Map.of("counter", counter.code()),
        links.value("as_of"),
        links.value("incidents"),
        true,
        links.value("method"));
  }
}
