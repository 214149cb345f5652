package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.draft;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.BodyId;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.AccordCommand.DraftAccord;

/** The sample draft with one thing changed. */
record DraftSample(
    Map<LanguageTag, String> title,
    List<Party> parties,
    List<LanguageTag> languages,
    List<Basket> baskets,
    ProcedureRules rules) {

  static DraftSample valid() {
    DraftAccord d = draft();
    return new DraftSample(d.title(), d.parties(), d.languages(), d.baskets(), d.rules());
  }

  DraftSample entitled(Map<LanguageTag, String> other) {
    return new DraftSample(other, parties, languages, baskets, rules);
  }

  DraftSample between(BodyId... others) {
    List<Party> named = Stream.of(others).map(AccordSamples::party).toList();
    return new DraftSample(title, named, languages, baskets, rules);
  }

  DraftSample speaking(LanguageTag... others) {
    return new DraftSample(title, parties, List.of(others), baskets, rules);
  }

  DraftSample inBaskets(BasketCode... codes) {
    List<Basket> coded = Stream.of(codes).map(AccordSamples::basket).toList();
    return new DraftSample(title, parties, languages, coded, rules);
  }

  DraftSample under(ProcedureRules others) {
    return new DraftSample(title, parties, languages, baskets, others);
  }

  DraftAccord command() {
    DraftAccord d = draft();
    return new DraftAccord(
        d.accord(),
        title,
        d.lineage(),
        parties,
        languages,
        d.hypothetical(),
        d.retrospective(),
        baskets,
        rules,
        d.filed());
  }
}
