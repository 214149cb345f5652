package org.accordledger.api.commands;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.accordledger.api.problem.FieldError;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.api.problem.ProblemException;
import org.accordledger.core.FilingRefusal;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.accord.NegotiationRefusal;
import org.accordledger.core.accord.ObservanceRefusal;
import org.accordledger.core.cases.CaseRefusal;
import org.accordledger.core.election.ElectionCommand;
import org.accordledger.core.election.ElectionRefusal;
import org.accordledger.core.inquiry.InquiryCommand;
import org.accordledger.core.inquiry.InquiryRefusal;
import org.accordledger.core.series.SeriesCommand;
import org.accordledger.core.series.SeriesRefusal;

/**
 * Which field of a request a refusal is about. The one table of it: a code that is missing does not
 * compile.
 */
final class RefusedFields {
  private static final List<String> ABOUT_THE_STATE = List.of();

  private RefusedFields() {}

  /** The refusal of a command as a problem that names the field, if it is about one. */
  static RuntimeException named(LedgerCommand command, RuntimeException failure) {
    return switch (failure) {
      case Refused refused -> placed(command, refused.code(), Problem.of(refused));
      case ProblemException known -> named(command, known);
      case InvalidValue invalid -> invalid(command, invalid);
      default -> failure;
    };
  }

  /** Conflicts are refusals, too: what stands there already was named by a field. */
  private static RuntimeException named(LedgerCommand command, ProblemException known) {
    Problem problem = known.problem();
    if (problem.code().equals(ProblemCode.ALREADY_SUBMITTED.code())) {
      return placed(command, CaseRefusal.ALREADY_SUBMITTED, problem);
    }
    if (!problem.code().equals(ProblemCode.ALREADY_EXISTS.code())) {
      return known;
    }
    RefusalCode taken =
        switch (command) {
          case ElectionCommand _ -> ElectionRefusal.ELECTION_EXISTS;
          case InquiryCommand _ -> InquiryRefusal.INQUIRY_EXISTS;
          case SeriesCommand _ -> SeriesRefusal.SERIES_EXISTS;
          default -> AccordRefusal.ALREADY_DRAFTED;
        };
    return placed(command, taken, problem);
  }

  private static RuntimeException placed(LedgerCommand command, RefusalCode code, Problem problem) {
    return pointer(command.getClass(), code)
        .map(
            pointer ->
                problem.withErrors(
                    List.of(new FieldError(pointer, problem.code(), problem.detail()))))
        .orElse(problem)
        .toException();
  }

  /** A value's own field may be that of the record it ends up in; the request may have it flat. */
  private static RuntimeException invalid(LedgerCommand command, InvalidValue invalid) {
    String whole = "/" + invalid.field().replace('.', '/');
    String last = whole.substring(whole.lastIndexOf('/'));
    return !has(command.getClass(), whole) && has(command.getClass(), last)
        ? RequestReader.invalid(last, "is refused: " + invalid.getMessage())
        : invalid;
  }

  /** The field of this command's request that a code is about; empty if it is about none. */
  static Optional<String> pointer(Class<? extends LedgerCommand> command, RefusalCode code) {
    return pointers(code).stream().filter(pointer -> has(command, pointer)).findFirst();
  }

  /**
   * The fields a code may be about, as JSON pointers: the first that a command has is the one. The
   * empty pointer is the whole body, where the detail alone says which of its texts is meant.
   */
  static List<String> pointers(RefusalCode code) {
    return switch (code) {
      case FilingRefusal filing -> of(filing);
      case AccordRefusal accord -> of(accord);
      case ObservanceRefusal observance -> of(observance);
      case CaseRefusal ofCase -> of(ofCase);
      case ElectionRefusal election -> of(election);
      case SeriesRefusal series -> of(series);
      case NegotiationRefusal negotiation -> of(negotiation);
      case InquiryRefusal inquiry -> of(inquiry);
      default -> throw new IllegalArgumentException("no feature has " + code);
    };
  }

  private static List<String> of(FilingRefusal code) {
    return switch (code) {
      case DATED_NOT_ALLOWED, DATED_TOO_EARLY -> List.of("/dated");
      case ACTS_FOR_ANOTHER ->
          List.of(
              "/allegation/complainant",
              "/offered_by",
              "/committed_by",
              "/party",
              "/body",
              "/by",
              "/inquirer",
              "/text",
              "/offer",
              "/keeper",
              "/series");
      case REASON_MISSING -> List.of("/rests_on", "/ground", "/reason", "/text");
    };
  }

  private static List<String> of(AccordRefusal code) {
    return switch (code) {
      case UNKNOWN_ACCORD -> List.of("/allegation/accord", "/accord");
      case ALREADY_DRAFTED -> List.of("/accord");
      case NO_PARTY, DUPLICATE_PARTY -> List.of("/parties");
      case NO_LANGUAGE -> List.of("/languages");
      case LANGUAGE_NOT_DECLARED, TEXT_MISSING -> List.of("/items", "");
      case NO_BASKET, DUPLICATE_BASKET -> List.of("/baskets");
      case UNKNOWN_BASKET -> List.of("/items", "/rules/baskets", "/baskets");
      case RULES_START_AT_ONE -> List.of("/rules/version");
      case NOT_A_PARTY -> List.of("/party", "/committed_by", "");
      case OFFER_EXISTS, NOTHING_TO_WITHDRAW -> List.of("/offer");
      case UNKNOWN_OFFER, OFFER_WITHDRAWN -> List.of("/in_answer_to", "/offer");
      case NO_ITEMS,
          DUPLICATE_ITEM,
          UNKNOWN_ITEM,
          DUPLICATE_ELEMENT,
          ENTRY_RULE_LEAVES_OUT,
          EFFECTIVE_BEFORE_PREVIOUS,
          EFFECTIVE_IN_PAST,
          EMBARGO_RULE_MISPLACED,
          ITEM_ALREADY_DECIDED,
          NOT_SEVERABLE ->
          List.of("/items");
      case UNKNOWN_METHOD, METHOD_ALREADY_ADOPTED -> List.of("/method");
      case ALREADY_ON_ROSTER -> List.of("/member");
      case NATIONALITY_DIFFERS -> List.of("/nationality");
      case PARTY_HAS_STANDING, STANDING_ALREADY_GRANTED -> List.of("/body");
      case UNKNOWN_CLAUSE -> List.of("/allegation/clause", "/clause");
      case ALREADY_COVERED -> List.of("/clause");
      case COVERAGE_NOT_BEGUN -> List.of("/since");
    };
  }

  private static List<String> of(ElectionRefusal code) {
    return switch (code) {
      case UNKNOWN_ELECTION, ELECTION_EXISTS -> List.of("/election");
      case DATE_KNOWN -> List.of("/held_on");
      case MISSION_ALREADY_NAMED, UNKNOWN_MISSION -> List.of("/mission");
      case REPORT_BEFORE_ELECTION -> List.of("/published_on", "/held_on");
      case REPORT_IN_FUTURE, REPORT_KNOWN -> List.of("/published_on");
      case MISSION_OBSERVES, NO_MISSION_KNOWN -> ABOUT_THE_STATE;
    };
  }

  private static List<String> of(InquiryRefusal code) {
    return switch (code) {
      case INQUIRES_OF_ITSELF, ADDRESSEE_NOT_A_PARTY -> List.of("/addressee");
      case INQUIRER_WITHOUT_STANDING -> List.of("/inquirer");
      case ANOTHER_ALLEGATION -> List.of("/alleged");
      case INQUIRY_EXISTS, UNKNOWN_INQUIRY, INQUIRY_OVER, INQUIRER_ONLY, ADDRESSEE_ONLY ->
          ABOUT_THE_STATE;
    };
  }

  private static List<String> of(SeriesRefusal code) {
    return switch (code) {
      case SERIES_EXISTS -> List.of("/series");
      case NO_COUNTS, DUPLICATE_PERIOD, PERIOD_NOT_ALIGNED, PERIOD_NOT_OVER, COUNTS_KNOWN ->
          List.of("/counts");
      case SERIES_OF_ANOTHER_ACCORD -> List.of("/accord");
      case SERIES_ALREADY_ATTACHED -> List.of("/divides");
      case UNKNOWN_SERIES -> ABOUT_THE_STATE;
    };
  }

  private static List<String> of(NegotiationRefusal code) {
    return switch (code) {
      case COUNTERS_ITSELF -> List.of("/in_answer_to");
      case OFFER_LAPSED -> List.of("/in_answer_to", "/offer");
      case LAPSE_DAY -> List.of("/on");
      case TEXT_EXISTS, UNKNOWN_TEXT, ALREADY_DISCLOSED -> List.of("/text");
      case DIGEST_EXISTS -> List.of("/digest");
      case TEXT_DIFFERS -> List.of("/words");
      case DISCLOSED_DAY -> List.of("/disclosed");
      case NOT_HAPPENED_YET -> List.of("/occurred/from");
      case TOO_MANY_ACCOUNTS -> List.of("/meeting");
      case DRAFT_FULL, UNKNOWN_DRAFT, DRAFT_PROMOTED -> List.of("/draft");
      case APPROVED_AHEAD -> List.of("/approval/on");
      case NOTHING_TO_LAPSE -> List.of("/offer");
    };
  }

  private static List<String> of(ObservanceRefusal code) {
    return switch (code) {
      case PARTY_HAS_LEFT -> List.of("/party", "/offered_by");
      case ACCORD_TERMINATED -> ABOUT_THE_STATE;
      case DAY_HAS_PASSED -> List.of("/from", "/effective");
      case CLAUSE_NOT_OWED, ALREADY_SUSPENDED, NOT_SUSPENDED, COOPERATION_NOT_ACTIVE ->
          List.of("/clause");
      case NO_SUCH_CONDITION -> List.of("/condition_of");
      case ALREADY_LEAVING, END_ALREADY_DECLARED -> List.of("/party");
      case NOT_COVERED -> List.of("/clause");
      case COVERAGE_ENDS_EARLY -> List.of("/from");
      case STANDING_NOT_GRANTED -> List.of("/body");
      case NOT_AN_ACTIVE_PANELIST -> List.of("/member", "/term");
      case STANDING_RULES_IN_FORCE -> ABOUT_THE_STATE;
      case UNKNOWN_TERM -> List.of("/version");
      case TERM_ALREADY_AGREED, TERM_ALREADY_DISPUTED, INTERPRETATION_ALREADY_RECORDED ->
          List.of("/reading");
      case NOTHING_TO_AMEND, EFFECTIVE_DATE_MISSING, AMENDS_NOTHING -> List.of("/clause");
    };
  }

  private static List<String> of(CaseRefusal code) {
    return switch (code) {
      case ALREADY_SUBMITTED -> List.of("/allegation");
      case OCCURRED_IN_FUTURE -> List.of("/allegation/occurred");
      case DISCLOSED_IN_FUTURE -> List.of("/allegation/disclosed");
      case ELECTION_MISSING, ELECTION_NOT_ASKED -> List.of("/election");
      case NOT_IN_FORCE, COOPERATION_ITEM -> List.of("/allegation/clause");
      case ACCUSES_ITSELF, RESPONDENT_NOT_A_PARTY, RESPONDENT_NOT_BOUND ->
          List.of("/allegation/respondent");
      case NO_STANDING -> List.of("/allegation/complainant");
      case MARKED_TOO_OPEN -> List.of("/allegation/marking");
      case DUPLICATE_EXHIBIT, TELLING_EXHIBIT_ID -> List.of("/allegation/exhibits", "/exhibits");
      case UNKNOWN_EXHIBIT -> List.of("/opinion", "/evidence");
      case ELEMENTS_MISMATCH -> List.of("/opinion/elements");
      case SEVERITY_MISMATCH -> List.of("/opinion/severity");
      case BELOW_EVIDENCE_THRESHOLD -> List.of("/opinion");
      case DECIDED_BY_DATA -> List.of("/ground");
      case NO_RESERVATION -> List.of("/reservation");
      case COUNTER_CASE_MISMATCH -> List.of("/counter_case");
      case PANEL_SIZE,
          DUPLICATE_MEMBER,
          NOT_ON_ROSTER,
          NATIONALITY_MAJORITY,
          CONCERNED_MAJORITY,
          NATIONALS_DO_NOT_SIT,
          SCREENER_SITS ->
          List.of("/members", "/member");
      case REMEDY_DUE_IN_PAST -> List.of("/due_by");
      case MARKED_CLOSER -> List.of("/counter_case", "/into");
      case JOINS_ITSELF, JOIN_MISMATCH -> List.of("/into");
      case NO_SUCH_DEADLINE, NOT_EXTENDABLE, LAPSE_RECORDED, CLOCK_STOPPED -> List.of("/deadline");
      case EXTENSION_TOO_LONG -> List.of("/days");
      case RECUSES_ANOTHER, RECUSED -> List.of("/member");
      case OFFERED_BY_NO_SIDE -> List.of("/offered_by");
      case NO_EXHIBIT -> List.of("/exhibits");
      case UNKNOWN_CLAIM -> List.of("/exhibit");
      case CLAIM_WITHOUT_EVIDENCE -> List.of("/evidence");
      case CLAIM_STANDS_SO -> List.of("/status");
      case NOT_INJURED -> List.of("/by");
      case REACTED_BEFORE, REACTED_IN_FUTURE -> List.of("/on");
      case PARTICULARS_REQUESTED,
          NO_PARTICULARS_AWAITED,
          OUT_OF_TIME,
          NOT_ANSWERED,
          ALREADY_REPLIED,
          NO_EMPTY_SEAT,
          SEAT_EMPTY,
          NO_DENIAL,
          NOT_REOPENED,
          REVIEW_DAYS_RUN ->
          ABOUT_THE_STATE;
      case UNKNOWN_CASE,
          WRONG_STAGE,
          REVIEW_OPEN,
          ALREADY_REVIEWED,
          NO_REVIEW_OPEN,
          REVIEW_RESULT_DIFFERS ->
          ABOUT_THE_STATE;
      case OWN_CASE, COMPLAINANT_ONLY, RESPONDENT_ONLY, SIDES_ONLY -> ABOUT_THE_STATE;
      case ALREADY_ANSWERED, DEADLINE_NOT_PASSED, NO_SETTLEMENT_PROPOSED, OWN_PROPOSAL ->
          ABOUT_THE_STATE;
      case PANEL_ALREADY_SEATED,
          PANEL_NOT_SEATED,
          NOT_A_MEMBER,
          ALREADY_VOTED,
          QUORUM_NOT_REACHED,
          OWN_FINDING ->
          ABOUT_THE_STATE;
      case NO_STANDING_VIOLATION,
          REMEDY_ALREADY_ORDERED,
          NO_REMEDY_ORDERED,
          REMEDY_ALREADY_VERIFIED,
          REMEDY_NOT_REPORTED,
          OWN_REPORT,
          REMEDY_OPEN ->
          ABOUT_THE_STATE;
    };
  }

  private static boolean has(Class<?> type, String pointer) {
    if (pointer.isEmpty() || pointer.equals("/" + RequestReader.DATED)) {
      return true;
    }
    int end = pointer.indexOf('/', 1);
    String field = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .filter(component -> snakeCase(component).equals(field))
            .anyMatch(component -> end < 0 || has(component.getType(), pointer.substring(end)));
  }

  private static String snakeCase(RecordComponent component) {
    return component.getName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
