package org.accordledger.core.cases;

import org.accordledger.core.RefusalCode;

/** Why a case refuses a command. Codes are stable for ever. */
public enum CaseRefusal implements RefusalCode {
  UNKNOWN_CASE("A case starts with an allegation."),
  ALREADY_SUBMITTED("A case is submitted once."),
  WRONG_STAGE("Each act belongs to certain stages of a case."),
  OCCURRED_IN_FUTURE("Conduct is alleged after it began, not before."),
  DISCLOSED_IN_FUTURE("Conduct is disclosed no later than the day it is alleged."),
  ACCUSES_ITSELF("A complainant is not its own respondent."),
  NOT_IN_FORCE("No allegation is taken under a clause that never entered into force."),
  COOPERATION_ITEM("A cooperation item is owed and never alleged against."),
  ELECTION_MISSING(
      "An allegation under an embargo names the election whose observers are to speak first."),
  ELECTION_NOT_ASKED(
      "Only an allegation under an embargo whose window follows from a rule names an election."),
  RESPONDENT_NOT_A_PARTY("A respondent is a party to the accord."),
  RESPONDENT_NOT_BOUND("A respondent owes the clause it is alleged to have broken."),
  NO_STANDING("A complainant is a party or was granted standing."),
  MARKED_TOO_OPEN("A new case is marked at least as the accord's standing rules say."),
  DUPLICATE_EXHIBIT("An exhibit's id is used once in its case."),
  TELLING_EXHIBIT_ID(
      "An exhibit that is marked closer than its case has an id that tells nothing: a random"
          + " UUID."),
  UNKNOWN_EXHIBIT("An answer rests only on exhibits of its own case."),
  DECIDED_BY_DATA("A ground that data decide is declared by the system and not by hand."),
  NO_RESERVATION(
      "A ruling that a reservation applies rests on one that the respondent entered to the clause"
          + " before the conduct ended."),
  OWN_CASE("Nobody decides on the own party's or own body's case."),
  COMPLAINANT_ONLY("Only the complainant speaks for its allegation."),
  RESPONDENT_ONLY("Only the respondent answers for itself."),
  SIDES_ONLY("Only the two sides of a case settle it or ask for a review."),
  ALREADY_ANSWERED("A respondent responds to an allegation once."),
  PANEL_ALREADY_SEATED("A panel is seated once, and a response comes before it is."),
  COUNTER_CASE_MISMATCH(
      "A counter-allegation names the case it opened under the same accord with the sides swapped,"
          + " and no other answer names one."),
  DEADLINE_NOT_PASSED("That a deadline passed is recorded after its last day."),
  NO_SETTLEMENT_PROPOSED("A settlement is proposed before it is accepted."),
  OWN_PROPOSAL("A settlement is accepted by the side that did not propose it."),
  PANEL_SIZE("A panel has as many members as the rules of procedure say."),
  DUPLICATE_MEMBER("A member has one seat on a panel."),
  NOT_ON_ROSTER("A panel is seated from the roster of the clause's basket."),
  NATIONALITY_MAJORITY("No more than half of a panel has one nationality."),
  CONCERNED_MAJORITY(
      "No more than half of a panel has the nationality of a side or a victim of the case."),
  NATIONALS_DO_NOT_SIT(
      "Where the standing rules say so, no national of a side or a victim of the case sits."),
  SCREENER_SITS("The author of the screening decision does not sit."),
  PANEL_NOT_SEATED("A panel is seated before it votes or decides."),
  NOT_A_MEMBER("Only a seated member votes, decides, and orders or verifies a remedy."),
  ALREADY_VOTED("A member votes once."),
  ELEMENTS_MISMATCH("An opinion answers every element of the clause version and no other."),
  SEVERITY_MISMATCH("An opinion states a severity exactly when a violation follows from it."),
  BELOW_EVIDENCE_THRESHOLD(
      "Nothing is held established with less confidence than the clause version asks for."),
  QUORUM_NOT_REACHED("A finding needs the quorum of votes."),
  REVIEW_OPEN("While a finding is under review, nothing else is decided on it."),
  ALREADY_REVIEWED("A case is reviewed once."),
  NO_REVIEW_OPEN("A finding is voted on again, upheld or revised when a review was requested."),
  OWN_FINDING(
      "The result of a review is filed by another member than the one who adopted the finding."),
  REVIEW_RESULT_DIFFERS(
      "Whether a finding is upheld or revised follows from the votes on its review."),
  NO_STANDING_VIOLATION("A remedy is ordered for a standing violation."),
  REMEDY_ALREADY_ORDERED("A remedy is ordered once for a finding."),
  REMEDY_DUE_IN_PAST("A remedy is due on or after the day it is ordered."),
  NO_REMEDY_ORDERED("A remedy is ordered before it is reported or verified."),
  REMEDY_ALREADY_VERIFIED("A verified remedy is neither reported nor verified again."),
  REMEDY_NOT_REPORTED("A remedy is verified after it was reported."),
  OWN_REPORT("A remedy is verified by another account than the one that reported it."),
  REMEDY_OPEN("A case is not closed while a remedy is ordered and not verified."),
  JOINS_ITSELF("A case is joined into another case."),
  JOIN_MISMATCH(
      "A case is joined into one that is open and has the same accord, respondent and clause"
          + " version."),
  MARKED_CLOSER("A case names no other case that is marked closer than itself."),
  PARTICULARS_REQUESTED("Particulars are requested once."),
  NO_PARTICULARS_AWAITED(
      "Particulars are given while the respondent's clock stands still for them."),
  OUT_OF_TIME("What has a last day is done on that day at the latest."),
  NO_SUCH_DEADLINE("Only a deadline that a case has is extended or passes."),
  NOT_EXTENDABLE("Only the days that a side has for an answer are extended."),
  EXTENSION_TOO_LONG(
      "The extensions of a deadline add up to no more than the rules of procedure allow."),
  LAPSE_RECORDED("That a deadline passed is recorded once."),
  CLOCK_STOPPED("No deadline passes while its clock stands still."),
  NOT_ANSWERED("A reply follows a response."),
  ALREADY_REPLIED("A complainant replies to a response once."),
  RECUSES_ANOTHER("A member recuses itself and nobody else."),
  RECUSED("A member who left a panel does not come back."),
  NO_EMPTY_SEAT("A member is replaced after it left."),
  SEAT_EMPTY("A panel decides when every seat is taken."),
  OFFERED_BY_NO_SIDE("An exhibit is offered by a side of the case, or admitted without either."),
  NO_EXHIBIT("New evidence is at least one exhibit."),
  NO_DENIAL("Corroboration is held against a denial."),
  NOT_REOPENED("A closed case is reopened if it was decided, or not admitted by judgement."),
  NOT_INJURED("A reaction is that of the complainant or of a victim."),
  REACTED_BEFORE("A reaction does not come before the conduct it answers."),
  REACTED_IN_FUTURE("A reaction is linked after it happened."),
  UNKNOWN_CLAIM("What is assessed is a number that an exhibit of the case claims."),
  CLAIM_WITHOUT_EVIDENCE(
      "A claim is corroborated or contradicted by another exhibit than the one that makes it."),
  CLAIM_STANDS_SO("How a claim stands is not said twice in the same way."),
  REVIEW_DAYS_RUN("A decided case is not closed while a review may still be requested.");

  private final String rule;

  CaseRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String rule() {
    return rule;
  }
}
