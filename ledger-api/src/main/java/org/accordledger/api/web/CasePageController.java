package org.accordledger.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.accordledger.api.reads.AccordReads;
import org.accordledger.api.reads.CaseDocument;
import org.accordledger.api.reads.CaseListRequest;
import org.accordledger.api.reads.CaseReads;
import org.accordledger.api.reads.Found;
import org.accordledger.api.reads.Parameters;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Stage;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Page;
import org.accordledger.projections.docket.DocketEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of cases. */
@Controller
@RequestMapping(path = "/cases", produces = MediaType.TEXT_HTML_VALUE)
class CasePageController {
  private final CaseReads cases;
  private final AccordReads accords;
  private final MessageSource messages;

  CasePageController(CaseReads cases, AccordReads accords, MessageSource messages) {
    this.cases = cases;
    this.accords = accords;
    this.messages = messages;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(name = "accord", required = false) @Nullable String accord,
      @RequestParam(name = "respondent", required = false) @Nullable String respondent,
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "stage", required = false) @Nullable String stage,
      @RequestParam(name = "counter", required = false) @Nullable String counter,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      Locale locale,
      HttpServletResponse response) {
    CaseListRequest request =
        new CaseListRequest(
            accord, respondent, clause, stage, counter, incidents, asOf, cursor, limit);
    Found<Page<DocketEntry>> found = request.from(cases);
    Page<DocketEntry> page = found.document();
    Address self =
        Address.of("cases")
            .with("accord", accord)
            .with("respondent", respondent)
            .with("clause", clause)
            .with("stage", stage)
            .with("counter", counter)
            .with("incidents", incidents)
            .with("as_of", asOf)
            .with("limit", limit);
    AccordNames names = new AccordNames(accords, Parameters.asOf(asOf), locale);
    String title = messages.getMessage("cases.title", null, locale);
    Frame frame = Frame.of(title, "cases", found, self).leavingOut(page.leftOut());
    return Rendering.of(
        "cases",
        new CasesPage(
            frame,
            Parameters.text(counter),
            List.of(
                CasesPage.Field.plain("accord", Objects.toString(accord, "")),
                CasesPage.Field.plain("respondent", Objects.toString(respondent, "")),
                CasesPage.Field.plain("clause", Objects.toString(clause, "")),
                CasesPage.Field.hinted("as_of", Objects.toString(asOf, "")),
                CasesPage.Field.hinted("incidents", Objects.toString(incidents, ""))),
            Arrays.stream(Stage.values()).map(Stage::code).toList(),
            Objects.toString(stage, ""),
            page.items().stream().map(entry -> names.row(entry, self)).toList(),
            page.next() == null ? null : self.with("cursor", page.next()).toString()),
        frame,
        response);
  }

  @GetMapping("/{case}")
  ModelAndView one(
      @PathVariable("case") String caseId,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      Locale locale,
      HttpServletResponse response) {
    CaseId id = Parameters.inPath(caseId, CaseId::new);
    AsOf point = Parameters.asOf(asOf);
    Found<CaseDocument> found = cases.get(id, point);
    CasePage page =
        CasePages.page(
            found,
            cases.timeline(id, point).document(),
            accords.get(found.document().accord(), point).document(),
            locale,
            Parameters.text(asOf));
    return Rendering.of("case", page, page.frame(), response);
  }
}
