package org.accordledger.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.api.reads.CaseDocument;
import org.accordledger.api.reads.OpinionDocument;
import org.accordledger.core.AccountId;
import org.accordledger.core.accord.Basket.Bindingness;
import org.accordledger.core.accord.Clause;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.cases.Severity;
import org.jspecify.annotations.Nullable;

/** The findings of a case, element by element, with the dissents; the standing one first. */
final class CaseFindings {
  private final CaseDocument it;
  private final Names names;
  private final Bindingness bindingness;

  private CaseFindings(CaseDocument it, Names names, Bindingness bindingness) {
    this.it = it;
    this.names = names;
    this.bindingness = bindingness;
  }

  static List<CasePage.Finding> of(CaseDocument it, Names names, Bindingness bindingness) {
    CaseFindings findings = new CaseFindings(it, names, bindingness);
    return it.findings().reversed().stream().map(findings::finding).toList();
  }

  private CasePage.Finding finding(CaseDocument.Finding finding) {
    Severity severity = finding.opinion().severity();
    return new CasePage.Finding(
        finding.finding(),
        !finding.standing(),
        Words.outcome(finding.outcome(), bindingness),
        finding.filedOn().toString(),
        severity == null ? null : Words.key("severity", severity),
        finding.votes(),
        finding.dissenters().size(),
        answers(finding),
        CasePages.texts(finding.reasons()),
        finding.dissenters().stream().map(member -> dissent(finding, member)).toList());
  }

  private List<CasePage.Answer> answers(CaseDocument.Finding finding) {
    List<CasePage.Answer> answers = new ArrayList<>();
    Map<ElementCode, OpinionDocument.Answer> left =
        new LinkedHashMap<>(finding.opinion().elements());
    for (Clause.Element element : names.elements(it.clause(), it.clauseVersion())) {
      OpinionDocument.Answer answer = left.remove(element.code());
      if (answer != null) {
        answers.add(answer(null, names.text(element), answer));
      }
    }
    left.forEach((code, answer) -> answers.add(answer(null, code.value(), answer)));
    answers.add(answer("case.happened", "", finding.opinion().happened()));
    answers.add(answer("case.attributable", "", finding.opinion().attributable()));
    return answers;
  }

  private static CasePage.Answer answer(
      @Nullable String key, String question, OpinionDocument.Answer answer) {
    return new CasePage.Answer(
        key,
        question,
        Words.key("answer", answer.value()),
        Words.key("confidence", answer.confidence()),
        answer.exhibits(),
        answer.restsOnMore());
  }

  private CasePage.Dissent dissent(CaseDocument.Finding finding, AccountId member) {
    List<CasePage.Text> texts =
        it.panel() == null
            ? List.of()
            : it.panel().votes().stream()
                .filter(vote -> vote.finding() == finding.finding())
                .filter(vote -> vote.member().equals(member))
                .flatMap(vote -> CasePages.texts(vote.dissent()).stream())
                .toList();
    return new CasePage.Dissent(member.value(), texts);
  }
}
