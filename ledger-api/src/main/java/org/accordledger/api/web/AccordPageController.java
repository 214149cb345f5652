package org.accordledger.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.accordledger.api.reads.AccordDocument;
import org.accordledger.api.reads.AccordReads;
import org.accordledger.api.reads.AccordsDocument;
import org.accordledger.api.reads.Found;
import org.accordledger.api.reads.Parameters;
import org.accordledger.core.accord.AccordId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of accords. */
@Controller
@RequestMapping(path = "/accords", produces = MediaType.TEXT_HTML_VALUE)
class AccordPageController {
  private final AccordReads accords;
  private final MessageSource messages;

  AccordPageController(AccordReads accords, MessageSource messages) {
    this.accords = accords;
    this.messages = messages;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(name = "cursor", required = false) @Nullable String cursor,
      @RequestParam(name = "limit", required = false) @Nullable String limit,
      Locale locale,
      HttpServletResponse response) {
    Found<AccordsDocument> found = accords.list(Parameters.text(cursor), Parameters.limit(limit));
    String next = found.document().next();
    String title = messages.getMessage("accords.title", null, locale);
    Frame frame = Frame.of(title, "accords", found, Address.of("accords"));
    List<AccordsPage.Line> lines =
        found.document().items().stream().map(accord -> line(accord, locale)).toList();
    return Rendering.of(
        "accords",
        new AccordsPage(
            frame,
            lines,
            next == null ? null : Address.of("accords").with("cursor", next).toString()),
        frame,
        response);
  }

  private static AccordsPage.Line line(AccordsDocument.Item accord, Locale locale) {
    return new AccordsPage.Line(
        Address.of("accords", accord.accord()).toString(),
        Words.text(accord.title(), locale),
        accord.hypothetical(),
        String.join(
            ", ",
            accord.parties().stream().map(party -> Words.text(party.name(), locale)).toList()),
        Integer.toString(accord.clausesInForce()));
  }

  @GetMapping("/{accord}")
  ModelAndView one(
      @PathVariable("accord") String accord,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      Locale locale,
      HttpServletResponse response) {
    AccordId id = Parameters.inPath(accord, AccordId::new);
    Found<AccordDocument> found = accords.get(id, Parameters.asOf(asOf));
    AccordPage page = AccordPages.page(found, locale, Parameters.text(asOf));
    return Rendering.of("accord", page, page.frame(), response);
  }
}
