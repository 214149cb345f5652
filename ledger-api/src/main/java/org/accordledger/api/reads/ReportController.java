package org.accordledger.api.reads;

import java.util.function.Function;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
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
  private final LoopReads loops;
  private final Views views;

  ReportController(ReportReads reports, LoopReads loops, Views views) {
    this.reports = reports;
    this.loops = loops;
    this.views = views;
  }

  @GetMapping("/obligations")
  ResponseEntity<ObligationsDocument> obligations(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AsOf point = Parameters.asOf(asOf);
    return answer(read(accord, minPosition, id -> reports.obligations(id, point)));
  }

  @GetMapping("/uncovered")
  ResponseEntity<UncoveredDocument> uncovered(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AsOf point = Parameters.asOf(asOf);
    return answer(read(accord, minPosition, id -> reports.uncovered(id, point)));
  }

  @GetMapping("/uncovered-conduct")
  ResponseEntity<UncoveredConductDocument> uncoveredConduct(
      @PathVariable("accord") String accord,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    ReportRequest request = ReportRequest.of(asOf, incidents, cursor, limit);
    Found<UncoveredConductDocument> found =
        read(accord, minPosition, id -> reports.uncoveredConduct(id, request));
    return Links.with(answer(found), found.document().next(), found.document().prev());
  }

  @GetMapping("/reciprocity")
  ResponseEntity<ReciprocityDocument> reciprocity(
      @PathVariable("accord") String accord,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    ReportRequest request = ReportRequest.of(asOf, incidents, null, null);
    return answer(read(accord, minPosition, id -> reports.reciprocity(id, request)));
  }

  @GetMapping("/response-times")
  ResponseEntity<ResponseTimesDocument> responseTimes(
      @PathVariable("accord") String accord,
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    BodyId by = Parameters.id("party", party, BodyId::new);
    ClauseCode of = Parameters.id("clause", clause, ClauseCode::new);
    ReportRequest request = ReportRequest.of(asOf, incidents, cursor, limit);
    Found<ResponseTimesDocument> found =
        read(accord, minPosition, id -> reports.responseTimes(id, by, of, request));
    return Links.with(answer(found), found.document().next(), found.document().prev());
  }

  @GetMapping("/loop")
  ResponseEntity<LoopDocument> loop(
      @PathVariable("accord") String accord,
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "year", required = false) @Nullable String year,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    LoopReads.Request request =
        new LoopReads.Request(
            Parameters.id("party", party, BodyId::new),
            Parameters.year(year),
            Parameters.incidents(incidents),
            Parameters.text(cursor),
            Parameters.limit(limit));
    AsOf point = Parameters.asOf(asOf);
    Found<LoopDocument> found = read(accord, minPosition, id -> loops.loop(id, request, point));
    return Links.with(answer(found), found.document().next(), null);
  }

  @GetMapping("/tally")
  ResponseEntity<TallyDocument> tally(
      @PathVariable("accord") String accord,
      @RequestParam(name = "by", required = false) @Nullable String by,
      @RequestParam(name = "value", required = false) @Nullable String value,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    Tally.By asked = Parameters.code("by", by, Tally.By.class);
    ReportRequest request = ReportRequest.of(asOf, incidents, cursor, limit);
    return answer(
        read(
            accord,
            minPosition,
            id ->
                reports.tally(
                    id, asked == null ? Tally.By.CLAUSE : asked, Parameters.text(value), request)));
  }

  private <T> Found<T> read(
      String accord, @Nullable String minPosition, Function<AccordId, Found<T>> read) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    views.await(TimelineProjection.NAME, minPosition);
    return read.apply(id);
  }

  /** What a reader may see can change, so that even a past one is not kept for ever. */
  private static <T> ResponseEntity<T> answer(Found<T> found) {
    return Answers.json(found.document(), found.position(), Answers.Keeping.ASK_AGAIN);
  }
}
