package org.accordledger.api.reads;

import org.accordledger.core.inquiry.InquiryId;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Inquiries, one by one: there is no list that could tell how many there are. */
@RestController
@RequestMapping(path = "/inquiries", produces = MediaType.APPLICATION_JSON_VALUE)
class InquiryController {
  private final InquiryReads inquiries;
  private final Views views;

  InquiryController(InquiryReads inquiries, Views views) {
    this.inquiries = inquiries;
    this.views = views;
  }

  @GetMapping("/{inquiry}")
  ResponseEntity<InquiryDocument> one(
      @PathVariable("inquiry") String id,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    InquiryId named = Parameters.inPath(id, InquiryId::new);
    views.await(TimelineProjection.NAME, minPosition);
    Found<InquiryDocument> found = inquiries.get(named, Parameters.asOf(asOf));
    return Answers.versioned(found.document(), found.document().version(), found.position());
  }
}
