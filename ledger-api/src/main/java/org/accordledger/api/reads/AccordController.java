package org.accordledger.api.reads;

import org.accordledger.core.accord.AccordId;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accords, with everything that was offered and answered. */
@RestController
@RequestMapping(path = "/accords", produces = MediaType.APPLICATION_JSON_VALUE)
class AccordController {
  private final AccordReads accords;
  private final Views views;

  AccordController(AccordReads accords, Views views) {
    this.accords = accords;
    this.views = views;
  }

  @GetMapping
  ResponseEntity<AccordsDocument> list(
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    int most = Parameters.limit(limit);
    views.await(AccordReads.LIST, minPosition);
    Found<AccordsDocument> found = accords.list(Parameters.text(cursor), most);
    return Links.with(
        Answers.json(found.document(), found.position(), Answers.Keeping.ASK_AGAIN),
        found.document().next(),
        null);
  }

  @GetMapping("/{accord}")
  ResponseEntity<AccordDocument> one(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    views.await(TimelineProjection.NAME, minPosition);
    Found<AccordDocument> found = accords.get(id, Parameters.asOf(asOf));
    return Answers.versioned(found.document(), found.document().version(), found.position());
  }
}
