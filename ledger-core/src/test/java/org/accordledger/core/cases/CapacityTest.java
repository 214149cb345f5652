package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.actor;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.OTHER;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.exhibit;
import static org.accordledger.core.cases.CaseSamples.filedBy;
import static org.accordledger.core.cases.CaseSamples.order;
import static org.accordledger.core.cases.CaseSamples.report;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.violation;
import static org.accordledger.core.cases.CaseScenario.decided;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.CaseScenario.referred;
import static org.accordledger.core.cases.CaseScenario.seated;
import static org.accordledger.core.cases.ProcedureSamples.TEXT;
import static org.accordledger.core.cases.ProcedureSamples.react;
import static org.accordledger.core.cases.ProcedureSamples.reply;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.Actor;
import org.accordledger.core.Role;
import org.accordledger.core.cases.CaseCommand.AdmitCase;
import org.accordledger.core.cases.CaseCommand.AdmitExhibit;
import org.accordledger.core.cases.CaseCommand.CloseCase;
import org.accordledger.core.cases.CaseCommand.Corroborate;
import org.accordledger.core.cases.CaseCommand.FileReply;
import org.accordledger.core.cases.CaseCommand.JoinCase;
import org.accordledger.core.cases.CaseCommand.OrderRemedy;
import org.accordledger.core.cases.CaseCommand.RecuseMember;
import org.accordledger.core.cases.CaseCommand.ReferToPanel;
import org.accordledger.core.cases.CaseCommand.ReplaceMember;
import org.accordledger.core.cases.CaseCommand.SeatPanel;
import org.accordledger.core.cases.CaseCommand.SuspendCase;
import org.accordledger.core.evidence.Exhibit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who acts for a side speaks for that side, and decides nothing. */
class CapacityTest {
  /** A registrar, or a member of a panel, whose account is bound to the respondent. */
  private static final Actor BIASED = actor("clerk", Role.REGISTRAR, NORTH);

  private static final List<Exhibit> ONE_MORE = List.of(exhibit("b1"));
  private static final LocalDate DUE = LocalDate.parse("2020-06-01");

  static Stream<Arguments> decisionsByASide() {
    CaseScenario submitted = given(submit());
    CaseScenario answered = given(submit(), admit(), respond());
    CaseScenario violated = decided(violation(Severity.MINOR));
    return Stream.of(
        arguments(submitted, new AdmitCase(CASE, Map.of(), filedBy(BIASED))),
        arguments(submitted, new JoinCase(CASE, OTHER, filedBy(BIASED))),
        arguments(submitted, new SuspendCase(CASE, TEXT, filedBy(BIASED))),
        arguments(answered, new ReferToPanel(CASE, filedBy(BIASED))),
        arguments(answered, new AdmitExhibit(CASE, null, ONE_MORE, filedBy(BIASED))),
        arguments(answered, new Corroborate(CASE, TEXT, ONE_MORE, filedBy(BIASED))),
        arguments(answered, react(WATCH, "2019-06-01", filedBy(BIASED))),
        arguments(referred(), new SeatPanel(CASE, List.of(), filedBy(BIASED))),
        arguments(seated(), new RecuseMember(CASE, ONE.account(), TEXT, filedBy(BIASED))),
        arguments(seated(), new ReplaceMember(CASE, ONE.account(), filedBy(BIASED))),
        arguments(violated, new CloseCase(CASE, filedBy(BIASED))),
        arguments(violated, new OrderRemedy(CASE, TEXT, DUE, filedBy(BIASED))));
  }

  @ParameterizedTest
  @MethodSource("decisionsByASide")
  void who_acts_for_a_side_decides_nothing(CaseScenario given, CaseCommand command) {
    given.refuses(command, CaseRefusal.OWN_CASE);
  }

  @Test
  void a_remedy_is_reported_by_the_respondent_alone() {
    CaseScenario ordered = decided(violation(Severity.MINOR)).and(order("2020-06-01"));

    ordered.refuses(report(MONITOR), CaseRefusal.RESPONDENT_ONLY);
    ordered.and(report(delegate(NORTH)));
  }

  @Test
  void a_reply_is_filed_by_the_complainant_alone() {
    CaseScenario answered = given(submit(), admit(), respond());

    answered.refuses(
        new FileReply(CASE, TEXT, List.of(), filedBy(delegate(NORTH))),
        CaseRefusal.COMPLAINANT_ONLY);
    answered.refuses(
        new FileReply(CASE, TEXT, List.of(), filedBy(REGISTRAR)), CaseRefusal.COMPLAINANT_ONLY);
    answered.and(reply());
  }
}
