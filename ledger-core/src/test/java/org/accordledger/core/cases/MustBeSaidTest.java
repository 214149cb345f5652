package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.dated;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.COUNTER;
import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.ONE;
import static org.accordledger.core.cases.CaseSamples.OTHER;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.THREE;
import static org.accordledger.core.cases.CaseSamples.TWO;
import static org.accordledger.core.cases.CaseSamples.admit;
import static org.accordledger.core.cases.CaseSamples.close;
import static org.accordledger.core.cases.CaseSamples.exhibit;
import static org.accordledger.core.cases.CaseSamples.filedBy;
import static org.accordledger.core.cases.CaseSamples.join;
import static org.accordledger.core.cases.CaseSamples.noViolation;
import static org.accordledger.core.cases.CaseSamples.respond;
import static org.accordledger.core.cases.CaseSamples.review;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.uphold;
import static org.accordledger.core.cases.CaseSamples.vote;
import static org.accordledger.core.cases.CaseScenario.decided;
import static org.accordledger.core.cases.CaseScenario.given;
import static org.accordledger.core.cases.CaseScenario.seated;
import static org.accordledger.core.cases.CaseScenario.under;
import static org.accordledger.core.cases.ProcedureSamples.TEXT;
import static org.accordledger.core.cases.ProcedureSamples.askParticulars;
import static org.accordledger.core.cases.ProcedureSamples.clocked;
import static org.accordledger.core.cases.ProcedureSamples.extend;
import static org.accordledger.core.cases.ProcedureSamples.recuse;
import static org.accordledger.core.cases.ProcedureSamples.reopen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.core.ContentRef;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Occurred;
import org.accordledger.core.cases.CaseCommand.AdmitExhibit;
import org.accordledger.core.cases.CaseCommand.Corroborate;
import org.accordledger.core.cases.CaseCommand.DeclareInadmissible;
import org.accordledger.core.cases.CaseCommand.FileReply;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.GiveParticulars;
import org.accordledger.core.cases.CaseCommand.GrantExtension;
import org.accordledger.core.cases.CaseCommand.RecuseMember;
import org.accordledger.core.cases.CaseCommand.ReopenCase;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseEvent.ExtensionGranted;
import org.accordledger.core.election.ElectionSamples;
import org.accordledger.core.evidence.Exhibit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an act has to say, to name and to bring with it, and until when. */
class MustBeSaidTest {
  private static final Map<LanguageTag, ContentRef> NOTHING = Map.of();

  static Stream<Arguments> actsThatSayNothing() {
    CaseScenario notified = under(clocked()).and(submit(), admit());
    return Stream.of(
        arguments(
            notified, new GrantExtension(CASE, Deadline.RESPONSE, 1, NOTHING, filedBy(REGISTRAR))),
        arguments(
            under(clocked()).and(submit(), admit(), askParticulars()),
            new GiveParticulars(CASE, NOTHING, List.of(), filedBy(MONITOR))),
        arguments(
            decided(noViolation()).and(close()),
            new ReopenCase(CASE, List.of(exhibit("b1")), NOTHING, filedBy(REGISTRAR))),
        arguments(seated(), new RecuseMember(CASE, ONE.account(), NOTHING, filedBy(ONE))),
        arguments(
            given(submit()),
            new DeclareInadmissible(
                CASE, Ground.OUT_OF_SCOPE, " ", NOTHING, null, filedBy(REGISTRAR))));
  }

  @ParameterizedTest
  @MethodSource("actsThatSayNothing")
  void an_act_that_must_say_something_says_it(CaseScenario given, CaseCommand command) {
    given.refuses(command, FilingRefusal.REASON_MISSING);
  }

  static Stream<Arguments> actsWithAnExhibitTheCaseHas() {
    List<Exhibit> known = List.of(exhibit("a1"));
    CaseScenario answered = given(submit(), admit(), respond());
    return Stream.of(
        arguments(
            given(submit(), admit(), askParticulars()),
            new GiveParticulars(CASE, TEXT, known, filedBy(MONITOR))),
        arguments(answered, new FileReply(CASE, TEXT, known, filedBy(MONITOR))),
        arguments(answered, new AdmitExhibit(CASE, NORTH, known, filedBy(REGISTRAR))),
        arguments(answered, new Corroborate(CASE, TEXT, known, filedBy(MONITOR))),
        arguments(
            decided(noViolation()).and(close()),
            new ReopenCase(CASE, known, TEXT, filedBy(REGISTRAR))),
        arguments(
            given(submit(), admit()),
            new FileResponse(
                CASE, ResponseKind.NOT_US, NOTHING, known, null, filedBy(delegate(NORTH)))));
  }

  @ParameterizedTest
  @MethodSource("actsWithAnExhibitTheCaseHas")
  void an_exhibit_has_an_id_that_the_case_does_not_have(CaseScenario given, CaseCommand command) {
    given.refuses(command, CaseRefusal.DUPLICATE_EXHIBIT);
  }

  @Test
  void a_closed_case_is_reopened_by_an_exhibit_at_least() {
    decided(noViolation()).and(close()).refuses(reopen(), CaseRefusal.NO_EXHIBIT);
  }

  @Test
  void an_extension_is_granted_while_the_clock_runs_and_says_the_new_last_day() {
    CaseScenario notified = under(clocked()).and(submit(), admit());

    notified.refuses(
        new GrantExtension(CASE, Deadline.RESPONSE, 1, TEXT, by(REGISTRAR, "2020-04-01")),
        CaseRefusal.OUT_OF_TIME);
    assertThat(notified.when(extend(Deadline.RESPONSE, 1)).events())
        .containsExactly(
            new ExtensionGranted(
                Deadline.RESPONSE, 1, day("2020-04-01"), 2, TEXT, filedBy(REGISTRAR)));
    assertThat(
            under(clocked())
                .and(submit(), admit(), askParticulars())
                .when(extend(Deadline.RESPONSE, 15))
                .events())
        .containsExactly(
            new ExtensionGranted(Deadline.RESPONSE, 15, null, 2, TEXT, filedBy(REGISTRAR)));
  }

  @Test
  void a_review_has_no_result_while_a_seat_is_empty() {
    decided(noViolation())
        .and(review(MONITOR), vote(ONE, noViolation()), vote(TWO, noViolation()))
        .and(recuse(THREE, "member-three"))
        .refuses(uphold(TWO), CaseRefusal.SEAT_EMPTY);
  }

  @Test
  void an_allegation_bears_an_older_date_only_where_the_record_is_kept_retrospectively() {
    SubmitAllegation submitted = submit();
    given()
        .refuses(
            new SubmitAllegation(
                CASE, submitted.allegation(), dated(submitted.filed(), "2020-02-01")),
            FilingRefusal.DATED_NOT_ALLOWED);
  }

  @Test
  void an_election_or_another_case_is_looked_up_by_the_commands_that_name_one() {
    Occurred occurred = Occurred.on(day("2019-05-05"));
    assertThat(CaseDecisions.electionOf(EmbargoSamples.about(occurred)))
        .isEqualTo(ElectionSamples.ELECTION);
    assertThat(CaseDecisions.electionOf(admit())).isNull();
    assertThat(CaseDecisions.otherCaseOf(join(OTHER))).isEqualTo(OTHER);
    assertThat(CaseDecisions.otherCaseOf(respond(ResponseKind.COUNTER_ALLEGATION, COUNTER)))
        .isEqualTo(COUNTER);
    assertThat(CaseDecisions.otherCaseOf(admit())).isNull();
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
