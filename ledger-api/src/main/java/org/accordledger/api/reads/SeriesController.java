package org.accordledger.api.reads;

import org.accordledger.core.series.SeriesId;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.series.SeriesProjection;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Observation series, one by one and side by side. */
@RestController
@RequestMapping(path = "/series", produces = MediaType.APPLICATION_JSON_VALUE)
class SeriesController {
  private final SeriesReads series;
  private final Views views;

  SeriesController(SeriesReads series, Views views) {
    this.series = series;
    this.views = views;
  }

  @GetMapping
  ResponseEntity<SeriesListDocument> list(
      @RequestParam(name = "accord", required = false) @Nullable String accord,
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "concerns", required = false) @Nullable String concerns,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AsOf point = Parameters.asOf(asOf);
    int most = Parameters.limit(limit);
    views.await(SeriesProjection.NAME, minPosition);
    views.await(TimelineProjection.NAME, minPosition);
    Found<SeriesListDocument> found =
        series.list(
            SeriesReads.filter(accord, clause, concerns), point, Parameters.text(cursor), most);
    return Links.with(
        Answers.json(found.document(), found.position(), Answers.Keeping.ASK_AGAIN),
        found.document().next(),
        null);
  }

  @GetMapping("/{series}")
  ResponseEntity<SeriesDocument> one(
      @PathVariable("series") String id,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    SeriesId named = Parameters.inPath(id, SeriesId::new);
    views.await(TimelineProjection.NAME, minPosition);
    Found<SeriesDocument> found = series.get(named, Parameters.asOf(asOf));
    return Answers.versioned(found.document(), found.document().version(), found.position());
  }
}
