package org.accordledger.api.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.accordledger.api.reads.AccordDocument;
import org.accordledger.api.reads.Found;
import org.accordledger.api.reads.ItemState;
import org.accordledger.api.reads.ObservanceDocument;
import org.accordledger.core.BodyId;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordTerms.ClauseInForce;
import org.accordledger.core.accord.Basket;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ProcedureRules;
import org.accordledger.core.accord.StandingRules;
import org.accordledger.core.accord.Statement;
import org.jspecify.annotations.Nullable;

/** Makes the page of an accord from its document. */
final class AccordPages {
  private final AccordDocument it;
  private final Names names;
  private final Locale locale;

  private AccordPages(AccordDocument it, Locale locale) {
    this.it = it;
    this.names = new Names(it, locale);
    this.locale = locale;
  }

  static AccordPage page(Found<AccordDocument> found, Locale locale, @Nullable String asOf) {
    return new AccordPages(found.document(), locale).page(found, asOf);
  }

  private AccordPage page(Found<AccordDocument> found, @Nullable String asOf) {
    Address self = Address.of("accords", it.accord()).with("as_of", asOf);
    return new AccordPage(
        Frame.of(names.title(), "accords", found, self).hypothetical(it.hypothetical()),
        names.parties(),
        Words.key("accord.status", it.status()),
        it.baskets().stream().map(this::basket).toList(),
        it.rules().responseDays(),
        it.rules().panelSize(),
        it.rules().quorum(),
        it.baskets().stream().map(this::clocks).toList(),
        standing(),
        it.methods().isEmpty() ? "–" : it.methods().getLast().toString(),
        it.retrospective(),
        Address.of("scorecard").with("accord", it.accord()).with("as_of", asOf).toString(),
        it.lineage().stream().map(AccordPages::ancestor).toList(),
        it.clauses().stream().map(this::version).toList(),
        it.offers().stream().map(this::offer).toList(),
        it.coverage().stream()
            .map(
                one ->
                    new AccordPage.Coverage(
                        names.of(one.body()),
                        one.clause().value(),
                        one.since().toString(),
                        one.until() == null ? null : one.until().toString()))
            .toList());
  }

  private AccordPage.BasketLine basket(Basket basket) {
    String title = Words.text(basket.title(), locale);
    return new AccordPage.BasketLine(
        title.isEmpty() ? basket.code().value() : title,
        Words.key("form", basket.form()),
        Words.key("bindingness", basket.bindingness()));
  }

  private AccordPage.Clocks clocks(Basket basket) {
    ProcedureRules rules = it.rules().in(basket.code());
    return new AccordPage.Clocks(
        basket(basket).title(),
        rules.responseDays(),
        rules.particularsDays(),
        rules.replyDays(),
        rules.reviewDays(),
        rules.extensionDays());
  }

  private AccordPage.Standing standing() {
    StandingRules rules = it.observance().standingRules();
    Marking least = rules.leastMarking();
    Set<BodyId> ended =
        it.observance().standingEnded().stream()
            .map(ObservanceDocument.StandingEnded::body)
            .collect(toSet());
    return new AccordPage.Standing(
        rules.version(),
        it.standing().stream().filter(body -> !ended.contains(body)).map(names::of).toList(),
        it.observance().standingEnded().stream()
            .map(one -> new AccordPage.Ended(names.of(one.body()), one.from().toString()))
            .toList(),
        rules.injuredThirdStates(),
        rules.nationalsSit(),
        Words.key("marking", least == null ? Marking.CLEAR : least));
  }

  private static AccordPage.Ancestor ancestor(String text) {
    boolean here = text.matches("accord-[a-z0-9][a-z0-9-]{0,63}");
    return new AccordPage.Ancestor(text, here ? Address.of("accords", text).toString() : null);
  }

  private AccordPage.ClauseVersion version(ClauseInForce version) {
    Clause clause = version.clause();
    return new AccordPage.ClauseVersion(
        clause.code().value(),
        Words.key("kind", clause.kind()),
        version.testable(),
        Integer.toString(version.version()),
        version.from().toString(),
        version.until() == null ? null : version.until().toString(),
        texts(clause.text()),
        clause.elements().stream()
            .map(
                element ->
                    new AccordPage.Element(
                        element.code().value(), Words.text(element.text(), locale)))
            .toList(),
        pairs(clause),
        it.observance().statements().stream()
            .filter(one -> one.clause().equals(clause.code()))
            .map(this::said)
            .toList());
  }

  private AccordPage.Said said(Statement statement) {
    return new AccordPage.Said(
        Words.key("accord.statement", statement.kind()),
        Integer.toString(statement.number()),
        names.of(statement.party()),
        statement.since().toString(),
        texts(statement.text()));
  }

  /** Every language, the reader's own first. */
  private List<CasePage.Text> texts(Map<LanguageTag, String> texts) {
    String first = Words.text(texts, locale);
    return texts.entrySet().stream()
        .sorted(
            java.util.Comparator.comparing(
                    (Map.Entry<LanguageTag, String> one) -> !one.getValue().equals(first))
                .thenComparing(Map.Entry::getKey))
        .map(one -> new CasePage.Text(one.getKey().value(), one.getValue()))
        .toList();
  }

  private List<CasePage.Pair> pairs(Clause clause) {
    List<CasePage.Pair> pairs = new ArrayList<>();
    add(pairs, "clause.actor", clause.actor());
    add(pairs, "clause.acts", joined(clause.acts()));
    add(pairs, "clause.target", clause.target());
    add(pairs, "clause.time_rule", clause.timeRule());
    add(pairs, "clause.exclusions", clause.exclusions());
    add(pairs, "clause.protected_conduct", joined(clause.protectedConduct()));
    add(pairs, "clause.evidence_standard", clause.evidenceStandard());
    add(
        pairs,
        "clause.evidence_threshold",
        clause.evidenceThreshold() == null ? null : Words.code(clause.evidenceThreshold()));
    add(pairs, "clause.reiterates", joined(clause.reiterates()));
    add(pairs, "clause.bound_parties", names.of(clause.boundParties()));
    add(pairs, "clause.verifiability", clause.verifiability().name());
    return pairs;
  }

  private static void add(List<CasePage.Pair> pairs, String label, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      pairs.add(CasePage.Pair.text(label, text));
    }
  }

  private static String joined(Collection<?> values) {
    return values.stream().map(Object::toString).collect(joining(", "));
  }

  private AccordPage.Offer offer(AccordDocument.Offer offer) {
    return new AccordPage.Offer(
        offer.offer().value(),
        names.of(offer.offeredBy()),
        offer.filedOn().toString(),
        offer.itemStates().stream().map(this::item).toList(),
        offer.severable(),
        offer.source(),
        OutsideLink.of(offer.source()).href(),
        offer.answers().stream().map(this::answer).toList(),
        offer.withdrawal() == null
            ? null
            : new AccordPage.Withdrawal(
                offer.withdrawal().filedOn().toString(), offer.withdrawal().reason().text()));
  }

  private AccordPage.Item item(ItemState state) {
    return new AccordPage.Item(
        state.item().value(),
        Words.key("accord.item", state.status()),
        state.inForceFrom() == null ? null : state.inForceFrom().toString(),
        state.inForceUntil() == null ? null : state.inForceUntil().toString(),
        state.parties().stream()
            .map(
                one ->
                    new AccordPage.Stand(
                        names.of(one.party()),
                        Words.key("accord.stand", one.stand()),
                        one.filedOn() == null ? null : one.filedOn().toString()))
            .toList());
  }

  private AccordPage.Answer answer(AccordDocument.Answer answer) {
    return new AccordPage.Answer(
        Long.toString(answer.position()),
        names.of(answer.party()),
        Words.key("accord.answer", answer.kind()),
        answer.filedOn().toString(),
        joined(answer.items()),
        answer.condition(),
        CasePages.texts(
            Stream.concat(Stream.ofNullable(answer.reason()), answer.words().stream()).toList()),
        OutsideLink.of(answer.source()).href());
  }
}
