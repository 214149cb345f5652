package org.accordledger.projections.docket;

import org.accordledger.core.cases.CaseEvent;
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
import org.accordledger.core.cases.Clocks;
import org.accordledger.core.cases.Deadline;
import org.accordledger.core.cases.Stage;
import org.accordledger.projections.docket.DocketEntry.Course;

/** What each event of a case changes of its course. */
final class CaseCourse {
  /** A case that was just submitted. */
  static final Course START =
      new Course(
          Stage.SUBMITTED,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          false,
          Remedy.NONE,
          null,
          null,
          Clocks.NONE);

  private CaseCourse() {}

  static Course after(Course course, CaseEvent event) {
    Stage next = Stage.after(course.stage(), event);
    CourseEdit edit = new CourseEdit(course).stage(next).clocks(course.clocks().after(event, next));
    CourseEdit edited =
        switch (event) {
          case CaseDeclaredInadmissible e -> edit.ground(e.ground());
          case RespondentNotified e -> edit.respondBy(e.respondBy());
          case ResponseFiled e -> edit.response(e.kind(), e.filed().day());
          case FindingAdopted e ->
              edit.finding(e.outcome(), e.opinion().severity(), e.filed().day());
          // what was done about the old finding is not done about the new one
          case FindingRevised e ->
              edit.finding(e.outcome(), e.opinion().severity(), e.filed().day())
                  .underReview(false)
                  .remedy(Remedy.NONE, null);
          case ReviewRequested _ -> edit.underReview(true);
          case FindingUpheld _ -> edit.underReview(false);
          case RemedyOrdered e -> edit.remedy(Remedy.ORDERED, e.dueBy());
          case RemedyReported _ -> edit.remedy(Remedy.REPORTED);
          case RemedyVerified _ -> edit.remedy(Remedy.VERIFIED);
          case CaseJoined e -> edit.joinedInto(e.into());
          case DeadlineSet e ->
              e.deadline() == Deadline.RESPONSE ? edit.respondBy(e.dueBy()) : edit;
          case ExtensionGranted e ->
              e.deadline() == Deadline.RESPONSE ? edit.respondBy(e.dueBy()) : edit;
          // no last day stands while the clock does not run
          case ParticularsRequested _ -> edit.respondBy(null);
          case CaseSuspended _ -> course.stage() == Stage.NOTIFIED ? edit.respondBy(null) : edit;
          case CaseReopened e -> edit.reopened(e.stage());
          case EmbargoWindowDetermined _ -> edit;
          case AllegationSubmitted _, CaseAdmitted _, NonResponseRecorded _ -> edit;
          case SettlementProposed _, SettlementAccepted _, CaseReferred _ -> edit;
          case PanelSeated _, TextsCited _, VoteCast _, AllegationWithdrawn _, CaseClosed _ -> edit;
          case DeadlinePassed _, ParticularsGiven _, ReplyFiled _, CaseResumed _ -> edit;
          case MemberRecused _, MemberReplaced _, ExhibitsAdmitted _ -> edit;
          case ReactionLinked _, DenialCorroborated _, ClaimAssessed _ -> edit;
        };
    return edited.done();
  }
}
