package org.accordledger.core.cases;

import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.cases.CaseCommand.AcceptSettlement;
import org.accordledger.core.cases.CaseCommand.AdmitCase;
import org.accordledger.core.cases.CaseCommand.AdmitExhibit;
import org.accordledger.core.cases.CaseCommand.AdoptFinding;
import org.accordledger.core.cases.CaseCommand.AssessClaim;
import org.accordledger.core.cases.CaseCommand.CastVote;
import org.accordledger.core.cases.CaseCommand.CloseCase;
import org.accordledger.core.cases.CaseCommand.Corroborate;
import org.accordledger.core.cases.CaseCommand.DeclareInadmissible;
import org.accordledger.core.cases.CaseCommand.FileReply;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.GiveParticulars;
import org.accordledger.core.cases.CaseCommand.GrantExtension;
import org.accordledger.core.cases.CaseCommand.JoinCase;
import org.accordledger.core.cases.CaseCommand.LinkReaction;
import org.accordledger.core.cases.CaseCommand.OrderRemedy;
import org.accordledger.core.cases.CaseCommand.ProposeSettlement;
import org.accordledger.core.cases.CaseCommand.RecordLapse;
import org.accordledger.core.cases.CaseCommand.RecordNonResponse;
import org.accordledger.core.cases.CaseCommand.RecuseMember;
import org.accordledger.core.cases.CaseCommand.ReferToPanel;
import org.accordledger.core.cases.CaseCommand.ReopenCase;
import org.accordledger.core.cases.CaseCommand.ReplaceMember;
import org.accordledger.core.cases.CaseCommand.ReportRemedy;
import org.accordledger.core.cases.CaseCommand.RequestParticulars;
import org.accordledger.core.cases.CaseCommand.RequestReview;
import org.accordledger.core.cases.CaseCommand.ResumeCase;
import org.accordledger.core.cases.CaseCommand.ReviseFinding;
import org.accordledger.core.cases.CaseCommand.SeatPanel;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseCommand.SuspendCase;
import org.accordledger.core.cases.CaseCommand.UpholdFinding;
import org.accordledger.core.cases.CaseCommand.VerifyRemedy;
import org.accordledger.core.cases.CaseCommand.WithdrawAllegation;

/**
 * In which capacity someone acts in a case: for a side, or for neither. Who screens, decides or
 * moves the case along acts for neither side; the roles themselves are the access model's.
 */
final class Capacity {
  private Capacity() {}

  static void check(Case state, CaseCommand command) {
    switch (command) {
      case FileResponse c -> respondent(state, c.filed());
      case ReportRemedy c -> respondent(state, c.filed());
      case WithdrawAllegation c -> complainant(state, c.filed());
      case RequestParticulars c -> respondent(state, c.filed());
      case GiveParticulars c -> complainant(state, c.filed());
      case FileReply c -> complainant(state, c.filed());
      case Corroborate c -> complainantOrRegistrar(state, c.filed());
      case LinkReaction c -> injuredOrRegistrar(state, c.by(), c.filed());
      case ProposeSettlement _, AcceptSettlement _, RequestReview _ -> side(state, command.filed());
      case SubmitAllegation _ -> {}
      case DeclareInadmissible _, AdmitCase _, RecordNonResponse _, ReferToPanel _, SeatPanel _ ->
          neither(state, command.filed());
      case CastVote _, AdoptFinding _, UpholdFinding _, ReviseFinding _ ->
          neither(state, command.filed());
      case OrderRemedy _, VerifyRemedy _, JoinCase _, CloseCase _ ->
          neither(state, command.filed());
      case GrantExtension _, RecordLapse _, SuspendCase _, ResumeCase _, ReopenCase _ ->
          neither(state, command.filed());
      case RecuseMember _, ReplaceMember _, AdmitExhibit _, AssessClaim _ ->
          neither(state, command.filed());
    }
  }

  /** The complainant, or the registrar for whoever is no side of the case. */
  private static void complainantOrRegistrar(Case state, Filing filed) {
    if (filed.by().role() == Role.REGISTRAR) {
      neither(state, filed);
    } else {
      complainant(state, filed);
    }
  }

  /** A party speaks of its own reaction; of another's only the registrar does. */
  private static void injuredOrRegistrar(Case state, BodyId injured, Filing filed) {
    if (filed.by().role() == Role.REGISTRAR) {
      neither(state, filed);
    } else {
      FilingRules.actsFor(filed, injured);
    }
  }

  /** Only the complainant speaks for its allegation. */
  private static void complainant(Case state, Filing filed) {
    requireBody(state.allegation().complainant(), filed, CaseRefusal.COMPLAINANT_ONLY);
  }

  /** Only the respondent answers for itself. */
  private static void respondent(Case state, Filing filed) {
    requireBody(state.allegation().respondent(), filed, CaseRefusal.RESPONDENT_ONLY);
  }

  /** The side that the filing's actor acts for. */
  static BodyId side(Case state, Filing filed) {
    BodyId body = filed.by().body();
    if (body == null || !state.isSide(body)) {
      throw new Refused(
          CaseRefusal.SIDES_ONLY,
          "account %s acts for neither %s nor %s"
              .formatted(
                  filed.by().account(),
                  state.allegation().complainant(),
                  state.allegation().respondent()));
    }
    return body;
  }

  /** Nobody decides on the own party's or own body's case. */
  private static void neither(Case state, Filing filed) {
    if (state.isSide(filed.by().body())) {
      throw new Refused(
          CaseRefusal.OWN_CASE,
          "account %s acts for %s, a side of %s"
              .formatted(filed.by().account(), filed.by().body(), state.id()));
    }
  }

  private static void requireBody(BodyId body, Filing filed, CaseRefusal otherwise) {
    if (!filed.by().actsFor(body)) {
      throw new Refused(
          otherwise, "account %s does not act for %s".formatted(filed.by().account(), body));
    }
  }
}
