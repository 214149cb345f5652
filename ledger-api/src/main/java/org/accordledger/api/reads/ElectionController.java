package org.accordledger.api.reads;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.election.ElectionId;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.election.ElectionFilter;
import org.accordledger.projections.election.ElectionProjection;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calendar of elections, and one by one. */
@RestController
@RequestMapping(path = "/elections", produces = MediaType.APPLICATION_JSON_VALUE)
class ElectionController {
  private final ElectionReads elections;
  private final Views views;

  ElectionController(ElectionReads elections, Views views) {
    this.elections = elections;
    this.views = views;
  }

  @GetMapping
  ResponseEntity<ElectionCalendarDocument> calendar(
      @RequestParam(name = "country", required = false) @Nullable String country,
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to,
      @RequestParam(name = "accord", required = false) @Nullable String accord,
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AsOf point = Parameters.asOf(asOf);
    int most = Parameters.limit(limit);
    LocalDate first = day("from", from);
    LocalDate last = day("to", to);
    if (first != null && last != null && last.isBefore(first)) {
      throw Parameters.wrong("to", "must not be before from");
    }
    ElectionFilter filter =
        new ElectionFilter(Parameters.id("country", country, BodyId::new), first, last);
    views.await(ElectionProjection.NAME, minPosition);
    views.await(TimelineProjection.NAME, minPosition);
    Found<ElectionCalendarDocument> found =
        elections.list(
            filter,
            Parameters.id("accord", accord, AccordId::new),
            Parameters.id("clause", clause, ClauseCode::new),
            point,
            Parameters.text(cursor),
            most);
    return Links.with(
        Answers.json(found.document(), found.position(), Answers.Keeping.ASK_AGAIN),
        found.document().next(),
        null);
  }

  private static @Nullable LocalDate day(String name, @Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Parameters.wrong(name, "must be a day, for example 2020-06-30");
    }
  }

  @GetMapping("/{election}")
  ResponseEntity<ElectionDocument> one(
      @PathVariable("election") String id,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    ElectionId named = Parameters.inPath(id, ElectionId::new);
    views.await(TimelineProjection.NAME, minPosition);
    Found<ElectionDocument> found = elections.get(named, Parameters.asOf(asOf));
    return Answers.versioned(found.document(), found.document().version(), found.position());
  }
}
