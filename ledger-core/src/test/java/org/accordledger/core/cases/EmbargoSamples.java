package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.embargo;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.allegation;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.election.ElectionSamples.ELECTION;
import static org.accordledger.core.election.ElectionSamples.OBSERVERS;
import static org.accordledger.core.election.ElectionSamples.after;
import static org.accordledger.core.election.ElectionSamples.mission;
import static org.accordledger.core.election.ElectionSamples.register;
import static org.accordledger.core.election.ElectionSamples.report;

import java.util.List;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.Clause.Kind;
import org.accordledger.core.accord.EmbargoRule;
import org.accordledger.core.accord.ObserverReport;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.election.Election;

/** The sample clause as an embargo until the preliminary statement, and an election in May 2019. */
final class EmbargoSamples {
  private EmbargoSamples() {}

  static AccordTerms terms() {
    EmbargoRule rule = new EmbargoRule(ObserverReport.PRELIMINARY_STATEMENT, List.of(), null);
    return CaseSamples.terms(
        embargo(
            effective(
                clause(QUIET, MEDIA, Kind.EMBARGO, new EntryRule(Needs.ALL_PARTIES, List.of())),
                "2015-01-01"),
            rule));
  }

  /** Held on 4 May; the observers stated on 6 May what they saw. */
  static Election election() {
    return after(
        register("2019-05-04"),
        mission(OBSERVERS),
        report(OBSERVERS, ObserverReport.PRELIMINARY_STATEMENT, "2019-05-06"));
  }

  static SubmitAllegation about(Occurred occurred) {
    return new SubmitAllegation(
        CASE, allegation(occurred), ELECTION, submit(allegation(occurred)).filed());
  }
}
