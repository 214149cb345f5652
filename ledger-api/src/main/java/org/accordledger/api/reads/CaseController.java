package org.accordledger.api.reads;

import org.accordledger.api.security.Reader;
import org.accordledger.core.cases.CaseId;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Page;
import org.accordledger.projections.docket.DocketEntry;
import org.accordledger.projections.docket.DocketProjection;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, one by one and in lists. */
@RestController
@RequestMapping(path = "/cases", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseController {
  private final CaseReads cases;
  private final Views views;

  CaseController(CaseReads cases, Views views) {
    this.cases = cases;
    this.views = views;
  }

  @GetMapping
  ResponseEntity<CasesDocument> list(
      @RequestParam(name = "accord", required = false) @Nullable String accord,
      @RequestParam(name = "respondent", required = false) @Nullable String respondent,
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "stage", required = false) @Nullable String stage,
      @RequestParam(name = "counter", required = false) @Nullable String counter,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    CaseListRequest request =
        new CaseListRequest(
            accord, respondent, clause, stage, counter, incidents, asOf, cursor, limit);
    views.await(DocketProjection.NAME, minPosition);
    Found<Page<DocketEntry>> found = request.from(cases);
    Page<DocketEntry> page = found.document();
    CasesDocument document =
        new CasesDocument(page.items(), page.next(), page.prev(), page.leftOut());
    return Links.with(
        Answers.json(document, found.position(), keeping(asOf)), page.next(), page.prev());
  }

  /**
   * A position that was reached stays as it is; a time may still be the present one. What somebody
   * with a mandate may see of it changes with the mandate.
   */
  private static Answers.Keeping keeping(@Nullable String asOf) {
    return Parameters.asOf(asOf) instanceof AsOf.Position && Reader.current().anonymous()
        ? Answers.Keeping.FOR_EVER
        : Answers.Keeping.ASK_AGAIN;
  }

  @GetMapping("/{case}")
  ResponseEntity<CaseDocument> one(
      @PathVariable("case") String caseId,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    CaseId id = Parameters.inPath(caseId, CaseId::new);
    views.await(TimelineProjection.NAME, minPosition);
    Found<CaseDocument> found = cases.get(id, Parameters.asOf(asOf));
    return Answers.versioned(found.document(), found.document().version(), found.position());
  }

  @GetMapping("/{case}/timeline")
  ResponseEntity<TimelineDocument> timeline(
      @PathVariable("case") String caseId,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    CaseId id = Parameters.inPath(caseId, CaseId::new);
    views.await(TimelineProjection.NAME, minPosition);
    Found<TimelineDocument> found = cases.timeline(id, Parameters.asOf(asOf));
    return Answers.json(found.document(), found.position(), Answers.Keeping.ASK_AGAIN);
  }
}
