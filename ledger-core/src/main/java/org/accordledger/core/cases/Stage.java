package org.accordledger.core.cases;

import java.util.Locale;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseEvent.AllegationWithdrawn;
import org.accordledger.core.cases.CaseEvent.CaseAdmitted;
import org.accordledger.core.cases.CaseEvent.CaseClosed;
import org.accordledger.core.cases.CaseEvent.CaseDeclaredInadmissible;
import org.accordledger.core.cases.CaseEvent.CaseJoined;
import org.accordledger.core.cases.CaseEvent.CaseReferred;
import org.accordledger.core.cases.CaseEvent.CaseReopened;
import org.accordledger.core.cases.CaseEvent.CaseResumed;
import org.accordledger.core.cases.CaseEvent.CaseSuspended;
import org.accordledger.core.cases.CaseEvent.ClaimAssessed;
import org.accordledger.core.cases.CaseEvent.DeadlinePassed;
import org.accordledger.core.cases.CaseEvent.DeadlineSet;
import org.accordledger.core.cases.CaseEvent.DenialCorroborated;
import org.accordledger.core.cases.CaseEvent.EmbargoWindowDetermined;
import org.accordledger.core.cases.CaseEvent.ExhibitsAdmitted;
import org.accordledger.core.cases.CaseEvent.ExtensionGranted;
import org.accordledger.core.cases.CaseEvent.FindingAdopted;
import org.accordledger.core.cases.CaseEvent.FindingRevised;
import org.accordledger.core.cases.CaseEvent.FindingUpheld;
import org.accordledger.core.cases.CaseEvent.MemberRecused;
import org.accordledger.core.cases.CaseEvent.MemberReplaced;
import org.accordledger.core.cases.CaseEvent.NonResponseRecorded;
import org.accordledger.core.cases.CaseEvent.PanelSeated;
import org.accordledger.core.cases.CaseEvent.ParticularsGiven;
import org.accordledger.core.cases.CaseEvent.ParticularsRequested;
import org.accordledger.core.cases.CaseEvent.ReactionLinked;
import org.accordledger.core.cases.CaseEvent.RemedyOrdered;
import org.accordledger.core.cases.CaseEvent.RemedyReported;
import org.accordledger.core.cases.CaseEvent.RemedyVerified;
import org.accordledger.core.cases.CaseEvent.ReplyFiled;
import org.accordledger.core.cases.CaseEvent.RespondentNotified;
import org.accordledger.core.cases.CaseEvent.ResponseFiled;
import org.accordledger.core.cases.CaseEvent.ReviewRequested;
import org.accordledger.core.cases.CaseEvent.SettlementAccepted;
import org.accordledger.core.cases.CaseEvent.SettlementProposed;
import org.accordledger.core.cases.CaseEvent.TextsCited;
import org.accordledger.core.cases.CaseEvent.VoteCast;

/** Where a case stands (domain.md, Case). */
public enum Stage {
  SUBMITTED,
  INADMISSIBLE,
  NOTIFIED,
  ANSWERED,
  UNANSWERED,
  BEFORE_PANEL,
  DECIDED,
  SETTLED,
  WITHDRAWN,
  JOINED,
  CLOSED,
  /** It rests, with every clock, until it is resumed. */
  SUSPENDED;

  /** The stage as the API shows it, for example {@code before_panel}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Where a case stands after one more event. A response that comes after the referral leaves the
   * case before the panel, and votes on a review leave it decided.
   *
   * @param before the stage so far; not looked at for the first event of a case
   */
  public static Stage after(Stage before, CaseEvent event) {
    return switch (event) {
      case AllegationSubmitted _ -> SUBMITTED;
      case CaseDeclaredInadmissible _ -> INADMISSIBLE;
      case CaseAdmitted _, RespondentNotified _ -> NOTIFIED;
      case ResponseFiled _ -> before == BEFORE_PANEL ? BEFORE_PANEL : ANSWERED;
      case NonResponseRecorded _ -> UNANSWERED;
      case SettlementProposed _, EmbargoWindowDetermined _ -> before;
      case SettlementAccepted _ -> SETTLED;
      case CaseReferred _, PanelSeated _ -> BEFORE_PANEL;
      case TextsCited _ -> before;
      case VoteCast _ -> before == DECIDED ? DECIDED : BEFORE_PANEL;
      case FindingAdopted _, FindingRevised _, FindingUpheld _, ReviewRequested _ -> DECIDED;
      case RemedyOrdered _, RemedyReported _, RemedyVerified _ -> DECIDED;
      case AllegationWithdrawn _ -> WITHDRAWN;
      case CaseJoined _ -> JOINED;
      case CaseClosed _ -> CLOSED;
      case CaseSuspended _ -> SUSPENDED;
      case CaseResumed e -> e.stage();
      case CaseReopened e -> e.stage();
      case DeadlineSet _, DeadlinePassed _, ExtensionGranted _ -> before;
      case ParticularsRequested _, ParticularsGiven _, ReplyFiled _ -> before;
      case MemberRecused _, MemberReplaced _, ExhibitsAdmitted _ -> before;
      case ReactionLinked _, DenialCorroborated _, ClaimAssessed _ -> before;
    };
  }
}
