package org.accordledger.api.reads;

import org.accordledger.core.accord.AccordId;
import org.accordledger.core.inquiry.InquiryId;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Page;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Inquiries, for their two sides: to everybody else every list of them is empty. */
@RestController
@RequestMapping(path = "/inquiries", produces = MediaType.APPLICATION_JSON_VALUE)
class InquiryController {
  private final InquiryReads inquiries;
  private final Views views;

  InquiryController(InquiryReads inquiries, Views views) {
    this.inquiries = inquiries;
    this.views = views;
  }

  @GetMapping
  ResponseEntity<InquiriesDocument> list(
      @RequestParam(name = "accord", required = false) @Nullable String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      @RequestParam(name = "min_position", required = false) @Nullable String minPosition) {
    AccordId under = Parameters.id("accord", accord, AccordId::new);
    AsOf point = Parameters.asOf(asOf);
    int most = Parameters.limit(limit);
    views.await(TimelineProjection.NAME, minPosition);
    Found<Page<InquiryDocument>> found =
        inquiries.list(under, point, Parameters.text(cursor), most);
    Page<InquiryDocument> page = found.document();
    return Links.with(
        Answers.json(
            new InquiriesDocument(page.items(), page.next(), page.prev()),
            found.position(),
            Answers.Keeping.ASK_AGAIN),
        page.next(),
        page.prev());
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
