package org.accordledger.api.reads;

import java.util.Map;
import org.accordledger.core.ContentRef;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.cases.CaseEvent;

/** Which texts beside the events an event of a case names. */
final class CaseTexts {
  private CaseTexts() {}

  static Map<LanguageTag, ContentRef> of(CaseEvent event) {
    return switch (event) {
      case CaseEvent.AllegationSubmitted e -> e.allegation().narrative();
      case CaseEvent.CaseDeclaredInadmissible e -> e.reason();
      case CaseEvent.CaseAdmitted e -> e.reason();
      case CaseEvent.ResponseFiled e -> e.text();
      case CaseEvent.SettlementProposed e -> e.text();
      case CaseEvent.VoteCast e -> e.dissent();
      case CaseEvent.FindingAdopted e -> e.reasons();
      case CaseEvent.FindingUpheld e -> e.reasons();
      case CaseEvent.FindingRevised e -> e.reasons();
      case CaseEvent.ReviewRequested e -> Map.of(TextDocument.UNKNOWN, e.ground());
      case CaseEvent.AllegationWithdrawn e -> Map.of(TextDocument.UNKNOWN, e.reason());
      case CaseEvent.RemedyOrdered e -> e.text();
      case CaseEvent.RemedyReported e -> e.text();
      case CaseEvent.ParticularsRequested e -> e.text();
      case CaseEvent.ParticularsGiven e -> e.text();
      case CaseEvent.ExtensionGranted e -> e.reason();
      case CaseEvent.ReplyFiled e -> e.text();
      case CaseEvent.CaseSuspended e -> e.reason();
      case CaseEvent.MemberRecused e -> e.reason();
      case CaseEvent.CaseReopened e -> e.reason();
      case CaseEvent.ReactionLinked e -> e.text();
      case CaseEvent.DenialCorroborated e -> e.text();
      case CaseEvent.ClaimAssessed e -> e.reason();
      case CaseEvent.EmbargoWindowDetermined _,
          CaseEvent.RespondentNotified _,
          CaseEvent.NonResponseRecorded _,
          CaseEvent.SettlementAccepted _,
          CaseEvent.CaseReferred _,
          CaseEvent.PanelSeated _,
          CaseEvent.TextsCited _,
          CaseEvent.RemedyVerified _,
          CaseEvent.CaseJoined _,
          CaseEvent.CaseClosed _,
          CaseEvent.DeadlineSet _,
          CaseEvent.DeadlinePassed _,
          CaseEvent.CaseResumed _,
          CaseEvent.MemberReplaced _,
          CaseEvent.ExhibitsAdmitted _ ->
          Map.of();
    };
  }
}
