package org.accordledger.api.reads;

import java.util.function.BiFunction;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.scorecard.Tally;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports on one accord. */
@RestController
@RequestMapping(path = "/accords/{accord}", produces = MediaType.APPLICATION_JSON_VALUE)
class ReportController {
  private final ReportReads reports;
  private final Views views;

  ReportController(ReportReads reports, Views views) {
    this.reports = reports;
    this.views = views;
  }

  @GetMapping("/obligations")
  ResponseEntity<ObligationsDocument> obligations(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    return report(accord, asOf, minPosition, reports::obligations);
  }

  @GetMapping("/uncovered")
  ResponseEntity<UncoveredDocument> uncovered(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    return report(accord, asOf, minPosition, reports::uncovered);
  }

  @GetMapping("/uncovered-conduct")
  ResponseEntity<UncoveredConductDocument> uncoveredConduct(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    return report(accord, asOf, minPosition, reports::uncoveredConduct);
  }

  @GetMapping("/reciprocity")
  ResponseEntity<ReciprocityDocument> reciprocity(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    return report(accord, asOf, minPosition, reports::reciprocity);
  }

  @GetMapping("/tally")
  ResponseEntity<TallyDocument> tally(
      @PathVariable("accord") String accord,
      @RequestParam(name = "by", required = false) @Nullable String by,
      @RequestParam(name = "value", required = false) @Nullable String value,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    Tally.By asked = Parameters.code("by", by, Tally.By.class);
    return report(
        accord,
        asOf,
        minPosition,
        (id, point) ->
            reports.tally(
                id,
                asked == null ? Tally.By.CLAUSE : asked,
                Parameters.text(value),
                Parameters.incidents(incidents),
                point));
  }

  /** What a reader may see can change, so that even a past one is not kept for ever. */
  private <T> ResponseEntity<T> report(
      String accord,
      @Nullable String asOf,
      @Nullable String minPosition,
      BiFunction<AccordId, AsOf, Found<T>> read) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    AsOf point = Parameters.asOf(asOf);
    views.await(TimelineProjection.NAME, minPosition);
    Found<T> found = read.apply(id, point);
    return Answers.json(found.document(), found.position(), Answers.Keeping.ASK_AGAIN);
  }
}
