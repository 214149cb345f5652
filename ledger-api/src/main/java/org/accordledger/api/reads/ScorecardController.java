package org.accordledger.api.reads;

import org.accordledger.projections.AsOf;
import org.accordledger.projections.scorecard.ScorecardProjection;
import org.accordledger.projections.scorecard.ScorecardRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The scorecard as JSON and CSV, and its cells with the cases behind each figure. */
@RestController
class ScorecardController {
  private final ScorecardReads scorecards;
  private final Views views;

  ScorecardController(ScorecardReads scorecards, Views views) {
    this.scorecards = scorecards;
    this.views = views;
  }

  @GetMapping(path = "/scorecard", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ScorecardDocument> json(
      @RequestParam(name = "accord", required = false) @Nullable String accord,
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "method", required = false) @Nullable String method,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    Found<ScorecardDocument> found =
        read(accord, party, clause, asOf, incidents, method, minPosition);
    return Answers.json(found.document(), found.position(), keeping(asOf));
  }

  @GetMapping(path = "/scorecard", produces = "text/csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(name = "accord", required = false) @Nullable String accord,
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "method", required = false) @Nullable String method,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    Found<ScorecardDocument> found =
        read(accord, party, clause, asOf, incidents, method, minPosition);
    return Answers.csv(ScorecardCsv.of(found.document()), found.position(), keeping(asOf));
  }

  @GetMapping(path = "/scorecard/differences", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<DifferenceDocument> differences(
      @RequestParam(name = "since", required = false) @Nullable String since,
      @RequestParam(name = "accord", required = false) @Nullable String accord,
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "method", required = false) @Nullable String method,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AsOf earlier = Parameters.asOf("since", since);
    if (earlier instanceof AsOf.Head) {
      throw Parameters.wrong("since", "must name the earlier point to compare with");
    }
    ScorecardRequest request =
        ScorecardReads.request(accord, party, clause, asOf, incidents, method);
    views.await(ScorecardProjection.NAME, minPosition);
    Found<DifferenceDocument> found = scorecards.differences(earlier, request);
    return Answers.json(found.document(), found.position(), Answers.Keeping.ASK_AGAIN);
  }

  private Found<ScorecardDocument> read(
      @Nullable String accord,
      @Nullable String party,
      @Nullable String clause,
      @Nullable String asOf,
      @Nullable String incidents,
      @Nullable String method,
      @Nullable String minPosition) {
    ScorecardRequest request =
        ScorecardReads.request(accord, party, clause, asOf, incidents, method);
    views.await(ScorecardProjection.NAME, minPosition);
    return scorecards.read(request);
  }

  @GetMapping(
      path = "/cells/{accord}/{party}/{clause}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CellDocument> cell(
      @PathVariable("accord") String accord,
      @PathVariable("party") String party,
      @PathVariable("clause") String clause,
      @RequestParam(name = "counter", required = false) @Nullable String counter,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "method", required = false) @Nullable String method,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    CellRequest request =
        CellRequest.of(accord, party, clause, counter, asOf, incidents, method, cursor, limit);
    views.await(ScorecardProjection.NAME, minPosition);
    Found<CellDocument> found = scorecards.cell(request);
    return Links.with(
        Answers.json(found.document(), found.position(), Answers.Keeping.ASK_AGAIN),
        found.document().next(),
        found.document().prev());
  }

  /** A position that was reached stays as it is; a time may still be the present one. */
  private static Answers.Keeping keeping(@Nullable String asOf) {
    return Parameters.asOf(asOf) instanceof AsOf.Position
        ? Answers.Keeping.FOR_EVER
        : Answers.Keeping.ASK_AGAIN;
  }
}
