package org.accordledger.api.web;

import static org.accordledger.api.web.CasePage.Pair.link;
import static org.accordledger.api.web.CasePage.Pair.text;
import static org.accordledger.api.web.CasePage.Pair.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.accordledger.api.reads.AccordDocument;
import org.accordledger.api.reads.CaseDocument;
import org.accordledger.api.reads.ClaimDocument;
import org.accordledger.api.reads.Found;
import org.accordledger.api.reads.TextDocument;
import org.accordledger.api.reads.TimelineDocument;
import org.accordledger.core.BodyId;
import org.accordledger.core.Occurred;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/** Makes the page of a case from its documents. */
final class CasePages {
  private final Found<CaseDocument> found;
  private final CaseDocument it;
  private final AccordDocument accord;
  private final Names names;
  private final Address asked;

  /**
   * @param asked carries the point of the ledger that every link keeps
   */
  private CasePages(
      Found<CaseDocument> found, AccordDocument accord, Locale locale, Address asked) {
    this.found = found;
    this.it = found.document();
    this.accord = accord;
    this.names = new Names(accord, locale);
    this.asked = asked;
  }

  static CasePage page(
      Found<CaseDocument> found,
      TimelineDocument timeline,
      AccordDocument accord,
      Locale locale,
      @Nullable String asOf) {
    return new CasePages(found, accord, locale, Address.of().with("as_of", asOf)).page(timeline);
  }

  private CasePage page(TimelineDocument timeline) {
    Address self = asked.to("cases", it.caseId());
    return new CasePage(
        Frame.of(it.allegation().title(), "cases", found, self).hypothetical(it.hypothetical()),
        names.title(),
        asked.to("accords", it.accord()).toString(),
        asked.to("cells", it.accord(), it.respondent(), it.clause()).toString(),
        names.of(it.respondent()),
        names.of(it.complainant()),
        it.clause().value(),
        it.illustrative(),
        identity(),
        allegation(),
        it.allegation().actorChain().stream().map(this::actor).toList(),
        texts(it.allegation().hypotheses()),
        silence(),
        it.responses().stream().map(this::reply).toList(),
        CaseFindings.of(it, names, accord.bindingness(it.clause())),
        exhibits(),
        it.exhibitsWithheld(),
        it.claims().stream().map(CasePages::claim).toList(),
        timeline.items().stream().map(entry -> CaseEvents.of(entry, it.caseId(), names)).toList());
  }

  private List<CasePage.Pair> identity() {
    List<CasePage.Pair> pairs = new ArrayList<>();
    pairs.add(word("case.stage", Words.key("stage", it.stage())));
    pairs.add(text("case.respondent", names.of(it.respondent())));
    pairs.add(text("case.complainant", names.of(it.complainant())));
    boolean versionKnown = it.clauseVersion() != null;
    pairs.add(
        link(
            "case.clause",
            it.clause() + (versionKnown ? " v" + it.clauseVersion() : ""),
            asked
                .to("accords", it.accord())
                .at("clause-" + it.clause() + (versionKnown ? "-v" + it.clauseVersion() : ""))));
    pairs.add(
        it.allegation().occurred().from() == null
            ? word("case.occurred", "unknown")
            : text("case.occurred", occurred(it.allegation().occurred())));
    if (it.respondBy() != null) {
      pairs.add(text("case.respond_by", it.respondBy().toString()));
    }
    if (it.joinedInto() != null) {
      pairs.add(
          link("case.joined_into", it.joinedInto().value(), asked.to("cases", it.joinedInto())));
    }
    pairs.add(text("case.recorded_on", Frame.time(it.recordedAt())));
    pairs.add(word("case.marking", Words.key("marking", it.marking())));
    pairs.add(text("case.id", it.caseId().value()));
    return pairs;
  }

  /** The days of conduct, as precisely as they are known. */
  static String occurred(Occurred occurred) {
    if (occurred.from() == null) {
      return "?";
    }
    String from = day(occurred.from(), occurred.precision());
    if (occurred.ongoing()) {
      return from + " – …";
    }
    String to = occurred.to() == null ? from : day(occurred.to(), occurred.precision());
    return from.equals(to) ? from : from + " – " + to;
  }

  private static String day(java.time.LocalDate day, Occurred.Precision precision) {
    return switch (precision) {
      case YEAR -> String.valueOf(day.getYear());
      case QUARTER -> day.getYear() + " Q" + ((day.getMonthValue() + 2) / 3);
      case MONTH -> java.time.YearMonth.from(day).toString();
      case DAY, UNKNOWN -> day.toString();
    };
  }

  private CasePage.Statement allegation() {
    CaseDocument.AllegationDocument says = it.allegation();
    List<CasePage.Pair> pairs = new ArrayList<>();
    if (!says.acts().isEmpty()) {
      pairs.add(text("case.acts", String.join(", ", says.acts())));
    }
    if (says.disclosed() != null) {
      pairs.add(text("case.disclosed", says.disclosed().toString()));
    }
    if (says.disclosedBeforeConduct()) {
      pairs.add(word("case.odd", "case.disclosed_before_conduct"));
    }
    if (!says.victims().isEmpty()) {
      pairs.add(text("case.victims", names.of(says.victims())));
    }
    if (says.attributionConfidence() != null) {
      pairs.add(word("case.attribution", Words.key("confidence", says.attributionConfidence())));
    }
    if (says.attributionValue() != null) {
      pairs.add(text("case.attribution_value", says.attributionValue().toString()));
    }
    if (says.sourceId() != null) {
      pairs.add(text("case.source_id", says.sourceId()));
    }
    return new CasePage.Statement(says.filedOn().toString(), texts(says.narrative()), pairs);
  }

  private CasePage.Actor actor(CaseDocument.ActorDocument link) {
    TextDocument person = link.person();
    String known = person == null ? link.name() : person.text();
    String name = known != null ? known : names.of(link.state());
    return new CasePage.Actor(
        Words.key("level", link.level()), name, Words.key("control", link.control()));
  }

  private CasePage.@Nullable Silence silence() {
    if (!it.responses().isEmpty()) {
      return null;
    }
    if (it.respondBy() == null) {
      return new CasePage.Silence("case.not_notified", "");
    }
    return new CasePage.Silence(
        it.silent() ? "case.silent" : "case.awaits", it.respondBy().toString());
  }

  private CasePage.Reply reply(CaseDocument.Response response) {
    return new CasePage.Reply(
        response.filedOn().toString(),
        Words.key("response", response.kind()),
        texts(response.text()),
        response.counterCase() == null
            ? null
            : asked.to("cases", response.counterCase()).toString());
  }

  private List<CasePage.Exhibit> exhibits() {
    return Stream.of(
            filed(it.allegation().exhibits(), it.complainant()),
            it.particulars().stream().flatMap(said -> filed(said.exhibits(), said.by())),
            it.responses().stream().flatMap(said -> filed(said.exhibits(), it.respondent())),
            it.replies().stream().flatMap(said -> filed(said.exhibits(), said.by())),
            it.laterExhibits().stream().flatMap(come -> filed(come.exhibits(), come.offeredBy())),
            it.corroborations().stream().flatMap(held -> filed(held.exhibits(), null)))
        .flatMap(Function.identity())
        .toList();
  }

  /** Exhibits with the side that filed them; null if neither did, or it is not said. */
  private Stream<CasePage.Exhibit> filed(List<Exhibit> exhibits, @Nullable BodyId side) {
    String from = side == null ? "–" : names.of(side);
    return exhibits.stream().map(exhibit -> exhibit(exhibit, from));
  }

  private static CasePage.Exhibit exhibit(Exhibit exhibit, String side) {
    OutsideLink origin = OutsideLink.of(exhibit.originUrl());
    List<CasePage.Test> tests =
        exhibit.assessments().stream()
            .map(one -> new CasePage.Test(one.test(), answer(one.passed())))
            .toList();
    return new CasePage.Exhibit(
        exhibit.id(),
        exhibit.title(),
        Words.key("exhibit", exhibit.kind()),
        side,
        rating(exhibit),
        exhibit.totals(),
        tests,
        exhibit.assessments().stream().filter(one -> Boolean.TRUE.equals(one.passed())).count(),
        origin.href(),
        origin.host(),
        origin.text(),
        OutsideLink.of(exhibit.archiveUrl()).href(),
        exhibit.content() == null ? null : Address.of("contents", exhibit.content()).toString(),
        exhibit.sha256());
  }

  private static CasePage.Claim claim(ClaimDocument claim) {
    ClaimDocument.Assessment last =
        claim.assessments().isEmpty() ? null : claim.assessments().getLast();
    return new CasePage.Claim(
        claim.exhibit(),
        claim.statement(),
        claim.number(),
        claim.unit(),
        Words.key("claim", claim.status()),
        last == null ? null : last.evidence(),
        last == null ? null : last.filedOn().toString(),
        last == null ? List.of() : texts(last.reason()));
  }

  private static String answer(@Nullable Boolean passed) {
    return passed == null ? "test.not_assessed" : passed ? "test.yes" : "test.no";
  }

  /** Source and information in the admiralty code, for example B2; null if neither is rated. */
  private static @Nullable String rating(Exhibit exhibit) {
    String rating =
        Objects.toString(exhibit.reliability(), "") + Objects.toString(exhibit.credibility(), "");
    return rating.isEmpty() ? null : rating;
  }

  static List<CasePage.Text> texts(List<TextDocument> texts) {
    return texts.stream()
        .map(text -> new CasePage.Text(text.language().value(), text.text()))
        .toList();
  }
}
