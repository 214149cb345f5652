package org.accordledger.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.accordledger.api.reads.AccordReads;
import org.accordledger.api.reads.CaseReads;
import org.accordledger.api.reads.Found;
import org.accordledger.api.reads.ScorecardDocument;
import org.accordledger.api.reads.ScorecardReads;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.scorecard.AccordCard;
import org.accordledger.projections.scorecard.ScorecardRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page and the scorecard's page. */
@Controller
@RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
class ScorecardPageController {
  private static final Set<Stage> OPEN =
      EnumSet.of(
          Stage.SUBMITTED,
          Stage.NOTIFIED,
          Stage.ANSWERED,
          Stage.UNANSWERED,
          Stage.BEFORE_PANEL,
          Stage.SUSPENDED);

  private final ScorecardReads scorecards;
  private final AccordReads accords;
  private final CaseReads cases;
  private final MessageSource messages;

  ScorecardPageController(
      ScorecardReads scorecards, AccordReads accords, CaseReads cases, MessageSource messages) {
    this.scorecards = scorecards;
    this.accords = accords;
    this.cases = cases;
    this.messages = messages;
  }

  @GetMapping("/")
  ModelAndView home(
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      Locale locale,
      HttpServletResponse response) {
    ScorecardRequest request = ScorecardReads.request(null, null, null, asOf, null, null);
    Found<ScorecardDocument> found = scorecards.read(request);
    ScorecardDocument document = found.document();
    Address asked = Address.of().with("as_of", asOf);
    Frame frame =
        Frame.of(title("home.title", locale), "home", found, asked)
            .leavingOut(document.leftOut())
            .in(List.of(Frame.Format.json(asked.to("scorecard"))));
    Map<Stage, Long> stages = cases.stages(found);
    HomePage page =
        new HomePage(
            frame,
            headline(document, stages, asked),
            open(stages, asked),
            new AccordTables(new AccordNames(accords, request.asOf(), locale), locale, asked)
                .of(document));
    return Rendering.of("home", page, frame, response);
  }

  private static List<ScorecardPage.Figure> headline(
      ScorecardDocument document, Map<Stage, Long> stages, Address asked) {
    long all = stages.values().stream().mapToLong(Long::longValue).sum();
    long open =
        stages.entrySet().stream()
            .filter(one -> OPEN.contains(one.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return List.of(
        figure(document.accords().size(), "home.accords", Address.of("accords")),
        figure(all, "home.cases", asked.to("cases")),
        figure(open, "home.open", asked.at("open")),
        figure(
            stages.getOrDefault(Stage.DECIDED, 0L),
            "home.decided",
            asked.to("cases").with("stage", Stage.DECIDED.code())));
  }

  private static List<ScorecardPage.Figure> open(Map<Stage, Long> stages, Address asked) {
    List<ScorecardPage.Figure> figures = new ArrayList<>();
    stages.forEach(
        (stage, count) -> {
          if (OPEN.contains(stage) && count > 0) {
            figures.add(
                figure(
                    count,
                    Words.key("stage", stage),
                    asked.to("cases").with("stage", stage.code())));
          }
        });
    return figures;
  }

  private static ScorecardPage.Figure figure(long count, String label, Address address) {
    return new ScorecardPage.Figure(Long.toString(count), label, address.toString(), false);
  }

  @GetMapping("/scorecard")
  ModelAndView scorecard(
      @RequestParam(name = "accord", required = false) @Nullable String accord,
      @RequestParam(name = "party", required = false) @Nullable String party,
      @RequestParam(name = "clause", required = false) @Nullable String clause,
      @RequestParam(name = "as_of", required = false) @Nullable String asOf,
      @RequestParam(name = "incidents", required = false) @Nullable String incidents,
      @RequestParam(name = "method", required = false) @Nullable String method,
      Locale locale,
      HttpServletResponse response) {
    ScorecardRequest request =
        ScorecardReads.request(accord, party, clause, asOf, incidents, method);
    Found<ScorecardDocument> found = scorecards.read(request);
    Address self =
        Address.of("scorecard")
            .with("accord", accord)
            .with("party", party)
            .with("clause", clause)
            .with("as_of", asOf)
            .with("incidents", incidents)
            .with("method", method);
    Frame frame =
        Frame.of(title("scorecard.title", locale), "scorecard", found, self)
            .hypothetical(
                !found.document().accords().isEmpty()
                    && found.document().accords().stream().allMatch(AccordCard::hypothetical))
            .leavingOut(found.document().leftOut())
            .in(List.of(Frame.Format.csv(self), Frame.Format.json(self)));
    Address links =
        Address.of().with("as_of", asOf).with("incidents", incidents).with("method", method);
    ScorecardPage page =
        new ScorecardPage(
            frame,
            filter(accord, party, clause, asOf, incidents, method),
            new AccordTables(new AccordNames(accords, request.asOf(), locale), locale, links)
                .of(found.document()));
    return Rendering.of("scorecard", page, frame, response);
  }

  private static ScorecardPage.Filter filter(
      @Nullable String accord,
      @Nullable String party,
      @Nullable String clause,
      @Nullable String asOf,
      @Nullable String incidents,
      @Nullable String method) {
    Map<String, String> kept = new LinkedHashMap<>();
    keep(kept, "accord", accord);
    keep(kept, "party", party);
    keep(kept, "clause", clause);
    return new ScorecardPage.Filter(
        "/scorecard",
        kept,
        Objects.toString(asOf, ""),
        Objects.toString(incidents, ""),
        true,
        Objects.toString(method, ""));
  }

  private static void keep(Map<String, String> kept, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      kept.put(name, value);
    }
  }

  private String title(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
