package org.accordledger.api.visibility;

import java.util.List;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.evidence.Exhibit;

/** Which events of a case bring exhibits. */
public final class FiledExhibits {
  private FiledExhibits() {}

  /** The exhibits that come into the case with an event; empty for most kinds. */
  public static List<Exhibit> of(CaseEvent event) {
    return switch (event) {
      case CaseEvent.AllegationSubmitted e -> e.allegation().exhibits();
      case CaseEvent.ResponseFiled e -> e.exhibits();
      case CaseEvent.ParticularsGiven e -> e.exhibits();
      case CaseEvent.ReplyFiled e -> e.exhibits();
      case CaseEvent.ExhibitsAdmitted e -> e.exhibits();
      case CaseEvent.CaseReopened e -> e.exhibits();
      case CaseEvent.DenialCorroborated e -> e.exhibits();
      case CaseEvent.EmbargoWindowDetermined _,
          CaseEvent.CaseDeclaredInadmissible _,
          CaseEvent.CaseAdmitted _,
          CaseEvent.RespondentNotified _,
          CaseEvent.NonResponseRecorded _,
          CaseEvent.SettlementProposed _,
          CaseEvent.SettlementAccepted _,
          CaseEvent.CaseReferred _,
          CaseEvent.PanelSeated _,
          CaseEvent.TextsCited _,
          CaseEvent.ReviewRequested _,
          CaseEvent.FindingUpheld _,
          CaseEvent.RemedyOrdered _,
          CaseEvent.RemedyReported _,
          CaseEvent.RemedyVerified _,
          CaseEvent.AllegationWithdrawn _,
          CaseEvent.CaseClosed _,
          CaseEvent.DeadlineSet _,
          CaseEvent.DeadlinePassed _,
          CaseEvent.ParticularsRequested _,
          CaseEvent.ExtensionGranted _,
          CaseEvent.CaseSuspended _,
          CaseEvent.CaseResumed _,
          CaseEvent.MemberRecused _,
          CaseEvent.MemberReplaced _,
          CaseEvent.ReactionLinked _,
          CaseEvent.ClaimAssessed _,
          CaseEvent.VoteCast _,
          CaseEvent.FindingAdopted _,
          CaseEvent.FindingRevised _,
          CaseEvent.CaseJoined _ ->
          List.of();
    };
  }
}
