package org.accordledger.api.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.accord.AccordCommand.AcceptItems;
import org.accordledger.core.accord.AccordCommand.DeclareCoverage;
import org.accordledger.core.accord.AccordCommand.OfferText;
import org.accordledger.core.accord.AccordCommand.WithdrawOffer;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.accord.NegotiationRefusal;
import org.accordledger.core.accord.ObservanceRefusal;
import org.accordledger.core.cases.CaseCommand.CloseCase;
import org.accordledger.core.cases.CaseCommand.DeclareInadmissible;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseRefusal;
import org.accordledger.core.election.ElectionRefusal;
import org.accordledger.core.inquiry.InquiryCommand.OpenInquiry;
import org.accordledger.core.inquiry.InquiryRefusal;
import org.accordledger.core.series.SeriesRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedFieldsTest {
  /** About what stands there already, and so about no field: said here by hand, once. */
  private static final List<RefusalCode> ABOUT_THE_STATE =
      List.of(
          ObservanceRefusal.ACCORD_TERMINATED,
          ObservanceRefusal.STANDING_RULES_IN_FORCE,
          CaseRefusal.UNKNOWN_CASE,
          CaseRefusal.WRONG_STAGE,
          CaseRefusal.OWN_CASE,
          CaseRefusal.COMPLAINANT_ONLY,
          CaseRefusal.RESPONDENT_ONLY,
          CaseRefusal.SIDES_ONLY,
          CaseRefusal.ALREADY_ANSWERED,
          CaseRefusal.PANEL_ALREADY_SEATED,
          CaseRefusal.DEADLINE_NOT_PASSED,
          CaseRefusal.NO_SETTLEMENT_PROPOSED,
          CaseRefusal.OWN_PROPOSAL,
          CaseRefusal.PANEL_NOT_SEATED,
          CaseRefusal.NOT_A_MEMBER,
          CaseRefusal.ALREADY_VOTED,
          CaseRefusal.QUORUM_NOT_REACHED,
          CaseRefusal.REVIEW_OPEN,
          CaseRefusal.ALREADY_REVIEWED,
          CaseRefusal.NO_REVIEW_OPEN,
          CaseRefusal.REVIEW_RESULT_DIFFERS,
          CaseRefusal.OWN_FINDING,
          CaseRefusal.NO_STANDING_VIOLATION,
          CaseRefusal.REMEDY_ALREADY_ORDERED,
          CaseRefusal.NO_REMEDY_ORDERED,
          CaseRefusal.REMEDY_ALREADY_VERIFIED,
          CaseRefusal.REMEDY_NOT_REPORTED,
          CaseRefusal.OWN_REPORT,
          CaseRefusal.REMEDY_OPEN,
          ElectionRefusal.MISSION_OBSERVES,
          ElectionRefusal.NO_MISSION_KNOWN,
          SeriesRefusal.UNKNOWN_SERIES,
          InquiryRefusal.INQUIRY_EXISTS,
          InquiryRefusal.UNKNOWN_INQUIRY,
          InquiryRefusal.INQUIRY_OVER,
          InquiryRefusal.INQUIRER_ONLY,
          InquiryRefusal.ADDRESSEE_ONLY,
          CaseRefusal.PARTICULARS_REQUESTED,
          CaseRefusal.NO_PARTICULARS_AWAITED,
          CaseRefusal.OUT_OF_TIME,
          CaseRefusal.NOT_ANSWERED,
          CaseRefusal.ALREADY_REPLIED,
          CaseRefusal.NO_EMPTY_SEAT,
          CaseRefusal.SEAT_EMPTY,
          CaseRefusal.NO_DENIAL,
          CaseRefusal.NOT_REOPENED,
          CaseRefusal.REVIEW_DAYS_RUN);

  static Stream<RefusalCode> codes() {
    return Stream.of(
            FilingRefusal.values(),
            AccordRefusal.values(),
            NegotiationRefusal.values(),
            ObservanceRefusal.values(),
            CaseRefusal.values(),
            ElectionRefusal.values(),
            InquiryRefusal.values(),
            SeriesRefusal.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("codes")
  void every_code_is_about_a_field_that_some_request_has_or_about_none(RefusalCode code) {
    List<String> named = RefusedFields.pointers(code);
    List<String> found =
        CommandRoute.ALL.stream()
            .map(route -> RefusedFields.pointer(route.command(), code))
            .flatMap(Optional::stream)
            .distinct()
            .toList();

    assertThat(named.isEmpty()).isEqualTo(ABOUT_THE_STATE.contains(code));
    assertThat(new TreeSet<>(found)).isEqualTo(new TreeSet<>(named));
  }

  @Test
  void one_code_is_about_another_field_in_another_request() {
    assertPointer(
        SubmitAllegation.class, FilingRefusal.ACTS_FOR_ANOTHER, "/allegation/complainant");
    assertPointer(OfferText.class, FilingRefusal.ACTS_FOR_ANOTHER, "/offered_by");
    assertPointer(AcceptItems.class, FilingRefusal.ACTS_FOR_ANOTHER, "/party");
    assertPointer(WithdrawOffer.class, FilingRefusal.ACTS_FOR_ANOTHER, "/offer");
    assertPointer(DeclareCoverage.class, AccordRefusal.UNKNOWN_CLAUSE, "/clause");
    assertPointer(FileResponse.class, CaseRefusal.DUPLICATE_EXHIBIT, "/exhibits");
    assertPointer(DeclareInadmissible.class, FilingRefusal.REASON_MISSING, "/rests_on");
    assertPointer(CloseCase.class, FilingRefusal.DATED_TOO_EARLY, "/dated");
    assertPointer(OpenInquiry.class, FilingRefusal.ACTS_FOR_ANOTHER, "/inquirer");
  }

  private static void assertPointer(
      Class<? extends LedgerCommand> command, RefusalCode code, String pointer) {
    assertThat(RefusedFields.pointer(command, code)).contains(pointer);
  }
}
