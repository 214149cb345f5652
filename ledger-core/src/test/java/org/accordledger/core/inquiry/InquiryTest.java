package org.accordledger.core.inquiry;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.HOTLINE;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.THIRD;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.dated;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.accordledger.core.BodyId;
import org.accordledger.core.CommandTable;
import org.accordledger.core.CommandTable.Cell;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Marking;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.AccordCommand;
import org.accordledger.core.accord.AccordDecisions;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.OtherCase;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.inquiry.Inquiry.Status;
import org.accordledger.core.inquiry.InquiryCommand.AnswerInquiry;
import org.accordledger.core.inquiry.InquiryCommand.BringAllegation;
import org.accordledger.core.inquiry.InquiryCommand.OpenInquiry;
import org.accordledger.core.inquiry.InquiryCommand.ResolveInquiry;
import org.accordledger.core.random.SealedKinds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A private inquiry of the south to the north. */
class InquiryTest {
  private static final CommandTable TABLE =
      CommandTable.of(
          """
          command         none            open           answered       resolved       alleged
          OpenInquiry     x               inquiry_exists inquiry_exists inquiry_exists inquiry_exists
          AnswerInquiry   unknown_inquiry x              x              inquiry_over   inquiry_over
          ResolveInquiry  unknown_inquiry x              x              inquiry_over   inquiry_over
          BringAllegation unknown_inquiry x              x              inquiry_over   inquiry_over
          """);

  private static final InquiryId ID = new InquiryId("inquiry-sample");
  private static final CaseId CASE = new CaseId("case-sample");
  private static final Map<LanguageTag, ContentRef> TEXT = Map.of(EN, WORDS);

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void every_refusal_can_be_provoked(InquiryRefusal code) {
    switch (code) {
      case INQUIRY_EXISTS -> refuses(given(open()), open(), code);
      case UNKNOWN_INQUIRY -> refuses(null, answer(), code);
      case INQUIRY_OVER -> refuses(given(open(), resolve()), answer(), code);
      case INQUIRES_OF_ITSELF -> refuses(null, open(SOUTH, SOUTH, QUIET, TEXT), code);
      case ADDRESSEE_NOT_A_PARTY -> refuses(null, open(SOUTH, THIRD, QUIET, TEXT), code);
      case INQUIRER_WITHOUT_STANDING -> refuses(null, open(THIRD, NORTH, QUIET, TEXT), code);
      case INQUIRER_ONLY ->
          refuses(given(open()), new ResolveInquiry(ID, TEXT, filed(NORTH)), code);
      case ADDRESSEE_ONLY ->
          refuses(given(open()), new AnswerInquiry(ID, TEXT, filed(SOUTH)), code);
      case ANOTHER_ALLEGATION -> refuses(given(open()), bring(), code);
    }
  }

  @ParameterizedTest
  @MethodSource("cells")
  void every_command_is_allowed_or_refused_by_its_code(Cell cell) {
    Inquiry inquiry =
        switch (cell.state()) {
          case "none" -> null;
          case "open" -> given(open());
          case "answered" -> given(open(), answer());
          case "resolved" -> given(open(), answer(), resolve());
          case "alleged" -> given(open(), bring());
          default -> throw new IllegalArgumentException(cell.state());
        };
    InquiryCommand command =
        Stream.of(open(), answer(), resolve(), bring())
            .filter(one -> one.getClass().getSimpleName().equals(cell.command()))
            .findFirst()
            .orElseThrow();

    assertThat(
            CommandTable.outcome(
                () -> InquiryDecisions.decide(inquiry, command, terms(), brought(SOUTH, NORTH))))
        .isEqualTo(cell.outcome());
    if (inquiry != null) {
      assertThat(inquiry.status().code()).isEqualTo(cell.state());
    }
  }

  static Stream<Cell> cells() {
    return TABLE.cells();
  }

  @Test
  void every_command_and_every_status_has_its_place_in_the_table() {
    assertThat(TABLE.commands())
        .containsExactlyInAnyOrderElementsOf(
            SealedKinds.of(InquiryCommand.class).map(Class::getSimpleName).toList());
    assertThat(TABLE.states())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("none"), Stream.of(Status.values()).map(Status::code))
                .toList());
  }

  @Test
  void an_inquiry_asks_something_of_a_clause_that_was_offered() {
    refuses(null, open(SOUTH, NORTH, QUIET, Map.of()), FilingRefusal.REASON_MISSING);
    refuses(null, open(SOUTH, NORTH, HOTLINE, TEXT), AccordRefusal.UNKNOWN_CLAUSE);
    refuses(
        given(open()), new AnswerInquiry(ID, Map.of(), filed(NORTH)), FilingRefusal.REASON_MISSING);
    OpenInquiry forAnother = new OpenInquiry(ID, ACCORD, QUIET, SOUTH, NORTH, TEXT, filed(NORTH));
    refuses(null, forAnother, FilingRefusal.ACTS_FOR_ANOTHER);
  }

  @Test
  void an_inquiry_bears_no_older_date_than_its_filing() {
    Filing dated =
        new Filing(delegate(SOUTH), Instant.parse("2020-03-01T12:00:00Z"), LocalDate.EPOCH);
    refuses(
        null,
        new OpenInquiry(ID, ACCORD, QUIET, SOUTH, NORTH, TEXT, dated),
        FilingRefusal.DATED_NOT_ALLOWED);
  }

  @Test
  void a_case_of_the_sides_swapped_or_of_others_is_not_brought_out_of_it() {
    for (OtherCase other : List.of(brought(NORTH, SOUTH), brought(THIRD, NORTH))) {
      assertThatThrownBy(() -> InquiryDecisions.decide(given(open()), bring(), terms(), other))
          .isInstanceOfSatisfying(
              Refused.class,
              r -> assertThat(r.code()).isEqualTo(InquiryRefusal.ANOTHER_ALLEGATION));
    }
  }

  @Test
  void an_act_in_an_inquiry_bears_no_date_before_the_one_it_follows() {
    AccordTerms retrospective = terms(draft(true));
    Inquiry opened = given(open());
    for (String day : List.of("2020-02-29", "2020-03-01")) {
      AnswerInquiry dated = new AnswerInquiry(ID, TEXT, dated(filed(NORTH), day));
      if (day.equals("2020-03-01")) {
        assertThat(InquiryDecisions.decide(opened, dated, retrospective, null)).hasSize(1);
      } else {
        assertThatThrownBy(() -> InquiryDecisions.decide(opened, dated, retrospective, null))
            .isInstanceOfSatisfying(
                Refused.class, r -> assertThat(r.code()).isEqualTo(FilingRefusal.DATED_TOO_EARLY));
      }
    }
  }

  @Test
  void an_allegation_is_brought_by_the_inquirer_alone() {
    BringAllegation byTheAddressee = new BringAllegation(ID, CASE, filed(NORTH));

    assertThatThrownBy(
            () ->
                InquiryDecisions.decide(
                    given(open()), byTheAddressee, terms(), brought(SOUTH, NORTH)))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.code()).isEqualTo(InquiryRefusal.INQUIRER_ONLY));
  }

  @Test
  void the_accord_and_the_case_to_look_up_are_those_of_the_command_or_the_inquiry() {
    assertThat(InquiryDecisions.accordOf(null, open())).isEqualTo(ACCORD);
    assertThat(InquiryDecisions.accordOf(given(open()), answer())).isEqualTo(ACCORD);
    assertThatThrownBy(() -> InquiryDecisions.accordOf(null, answer()))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.code()).isEqualTo(InquiryRefusal.UNKNOWN_INQUIRY));
    assertThat(InquiryDecisions.caseOf(bring())).isEqualTo(CASE);
    assertThat(InquiryDecisions.caseOf(answer())).isNull();
  }

  private static Inquiry given(InquiryCommand... commands) {
    Inquiry state = null;
    for (InquiryCommand command : commands) {
      for (InquiryEvent event :
          InquiryDecisions.decide(state, command, terms(), brought(SOUTH, NORTH))) {
        state = Inquiry.evolve(state, event);
      }
    }
    return Objects.requireNonNull(state);
  }

  private static void refuses(@Nullable Inquiry state, InquiryCommand command, RefusalCode code) {
    assertThatThrownBy(() -> InquiryDecisions.decide(state, command, terms(), null))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  private static AccordTerms terms() {
    return terms(draft());
  }

  private static AccordTerms terms(AccordCommand draft) {
    Accord accord = null;
    for (AccordCommand command : List.of(draft, offer(FIRST, true, clause()))) {
      for (AccordEvent event : AccordDecisions.decide(accord, command)) {
        accord = Accord.evolve(accord, event);
      }
    }
    return Objects.requireNonNull(accord).terms();
  }

  private static OpenInquiry open() {
    return open(SOUTH, NORTH, QUIET, TEXT);
  }

  private static OpenInquiry open(
      BodyId inquirer, BodyId addressee, ClauseCode clause, Map<LanguageTag, ContentRef> text) {
    return new OpenInquiry(ID, ACCORD, clause, inquirer, addressee, text, filed(inquirer));
  }

  private static AnswerInquiry answer() {
    return new AnswerInquiry(ID, TEXT, filed(NORTH));
  }

  private static ResolveInquiry resolve() {
    return new ResolveInquiry(ID, TEXT, filed(SOUTH));
  }

  private static BringAllegation bring() {
    return new BringAllegation(ID, CASE, filed(SOUTH));
  }

  private static OtherCase brought(BodyId complainant, BodyId respondent) {
    return new OtherCase(
        CASE, ACCORD, QUIET, 1, respondent, complainant, Stage.SUBMITTED, Marking.CLEAR);
  }

  private static Filing filed(BodyId body) {
    return by(delegate(body), "2020-03-01");
  }
}
