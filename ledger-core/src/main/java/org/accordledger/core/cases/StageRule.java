package org.accordledger.core.cases;

import static java.util.stream.Collectors.joining;
import static org.accordledger.core.cases.Stage.ANSWERED;
import static org.accordledger.core.cases.Stage.BEFORE_PANEL;
import static org.accordledger.core.cases.Stage.CLOSED;
import static org.accordledger.core.cases.Stage.DECIDED;
import static org.accordledger.core.cases.Stage.INADMISSIBLE;
import static org.accordledger.core.cases.Stage.JOINED;
import static org.accordledger.core.cases.Stage.NOTIFIED;
import static org.accordledger.core.cases.Stage.SETTLED;
import static org.accordledger.core.cases.Stage.SUBMITTED;
import static org.accordledger.core.cases.Stage.SUSPENDED;
import static org.accordledger.core.cases.Stage.UNANSWERED;
import static org.accordledger.core.cases.Stage.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;
import org.accordledger.core.Refused;
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

/** Which acts belong to which stages of a case (domain.md, Case). */
public final class StageRule {
  private StageRule() {}

  /** The stages in which the act is possible at all; empty for the one that starts a case. */
  public static Set<Stage> stagesFor(CaseCommand command) {
    return switch (command) {
      case SubmitAllegation _ -> EnumSet.noneOf(Stage.class);
      // a respondent may answer by a reservation: the ruling on it comes after the answer, too
      case DeclareInadmissible c when c.ground() == Ground.RESERVATION_APPLIES ->
          EnumSet.of(SUBMITTED, NOTIFIED, ANSWERED, UNANSWERED);
      case DeclareInadmissible _, AdmitCase _ -> EnumSet.of(SUBMITTED);
      case FileResponse _ -> EnumSet.of(NOTIFIED, UNANSWERED, BEFORE_PANEL);
      case RecordNonResponse _ -> EnumSet.of(NOTIFIED);
      case ProposeSettlement _, AcceptSettlement _, ReferToPanel _ ->
          EnumSet.of(ANSWERED, UNANSWERED);
      case RequestParticulars _, GiveParticulars _ -> EnumSet.of(NOTIFIED);
      case GrantExtension _ -> EnumSet.of(NOTIFIED, ANSWERED, BEFORE_PANEL);
      case FileReply _ -> EnumSet.of(ANSWERED, BEFORE_PANEL);
      case RecordLapse _ -> EnumSet.of(NOTIFIED, ANSWERED, BEFORE_PANEL, DECIDED);
      case SeatPanel _, AdoptFinding _ -> EnumSet.of(BEFORE_PANEL);
      case RecuseMember _, ReplaceMember _ -> EnumSet.of(BEFORE_PANEL, DECIDED);
      case AdmitExhibit _ -> EnumSet.of(ANSWERED, UNANSWERED, BEFORE_PANEL);
      case Corroborate _ -> EnumSet.of(ANSWERED, BEFORE_PANEL, DECIDED, SETTLED, CLOSED);
      case LinkReaction _, AssessClaim _ ->
          EnumSet.complementOf(EnumSet.of(INADMISSIBLE, WITHDRAWN, JOINED, SUSPENDED));
      case SuspendCase _ -> EnumSet.of(SUBMITTED, NOTIFIED, ANSWERED, UNANSWERED, BEFORE_PANEL);
      case ResumeCase _ -> EnumSet.of(SUSPENDED);
      case ReopenCase _ -> EnumSet.of(CLOSED);
      case CastVote _ -> EnumSet.of(BEFORE_PANEL, DECIDED);
      case RequestReview _, UpholdFinding _, ReviseFinding _ -> EnumSet.of(DECIDED);
      case OrderRemedy _, ReportRemedy _, VerifyRemedy _ -> EnumSet.of(DECIDED);
      case WithdrawAllegation _ ->
          EnumSet.of(SUBMITTED, NOTIFIED, ANSWERED, UNANSWERED, BEFORE_PANEL, SUSPENDED);
      case JoinCase _ -> EnumSet.of(SUBMITTED, NOTIFIED, ANSWERED, UNANSWERED, BEFORE_PANEL);
      case CloseCase _ -> EnumSet.of(INADMISSIBLE, DECIDED, SETTLED, WITHDRAWN, JOINED);
    };
  }

  static void allows(Case state, CaseCommand command) {
    Set<Stage> stages = stagesFor(command);
    if (!stages.contains(state.stage())) {
      throw new Refused(
          CaseRefusal.WRONG_STAGE,
          "%s is %s, and this act is for a case that is %s"
              .formatted(
                  state.id(),
                  state.stage().code(),
                  stages.stream().map(Stage::code).collect(joining(" or "))));
    }
  }
}
