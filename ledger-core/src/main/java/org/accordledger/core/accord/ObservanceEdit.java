package org.accordledger.core.accord;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.Observance.Condition;
import org.accordledger.core.accord.Observance.Coverage;

/** Changes some of what is kept of an agreed accord and keeps the rest. */
final class ObservanceEdit {
  private List<Statement> statements;
  private List<Release> releases;
  private Map<BodyId, LocalDate> ends;
  private List<Coverage> coverage;
  private Map<BodyId, LocalDate> standingEnds;
  private Map<AccountId, LocalDate> retired;
  private StandingRules standingRules;
  private Map<ClauseCode, LocalDate> cooperationEnds;
  private List<Condition> conditions;
  private Glossary glossary;

  ObservanceEdit(Observance from) {
    statements = from.statements();
    releases = from.releases();
    ends = from.ends();
    coverage = from.coverage();
    standingEnds = from.standingEnds();
    retired = from.retired();
    standingRules = from.standingRules();
    cooperationEnds = from.cooperationEnds();
    conditions = from.conditions();
    glossary = from.glossary();
  }

  ObservanceEdit statements(List<Statement> value) {
    statements = value;
    return this;
  }

  ObservanceEdit releases(List<Release> value) {
    releases = value;
    return this;
  }

  ObservanceEdit ends(Map<BodyId, LocalDate> value) {
    ends = value;
    return this;
  }

  ObservanceEdit coverage(List<Coverage> value) {
    coverage = value;
    return this;
  }

  ObservanceEdit standingEnds(Map<BodyId, LocalDate> value) {
    standingEnds = value;
    return this;
  }

  ObservanceEdit retired(Map<AccountId, LocalDate> value) {
    retired = value;
    return this;
  }

  ObservanceEdit standingRules(StandingRules value) {
    standingRules = value;
    return this;
  }

  ObservanceEdit cooperationEnds(Map<ClauseCode, LocalDate> value) {
    cooperationEnds = value;
    return this;
  }

  ObservanceEdit conditions(List<Condition> value) {
    conditions = value;
    return this;
  }

  ObservanceEdit glossary(Glossary value) {
    glossary = value;
    return this;
  }

  Observance done() {
    return new Observance(
        statements,
        releases,
        ends,
        coverage,
        standingEnds,
        retired,
        standingRules,
        cooperationEnds,
        conditions,
        glossary);
  }
}
