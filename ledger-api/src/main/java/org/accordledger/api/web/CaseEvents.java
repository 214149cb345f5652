package org.accordledger.api.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.accordledger.api.reads.TimelineDocument;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Deadline;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/** The events of a case as lines of its timeline. */
final class CaseEvents {
  private CaseEvents() {}

  static CasePage.Event of(TimelineDocument.Entry entry, CaseId caseId, Names names) {
    Address asOf = Address.of("cases", caseId).with("as_of", entry.position());
    return new CasePage.Event(
        Long.toString(entry.position()),
        "event." + name(entry.type()),
        entry.day().toString(),
        Frame.time(entry.recordedAt()),
        Words.key("role", entry.role()),
        names.of(entry.body()),
        entry.event() == null ? null : detail(entry.event(), names),
        entry.event() == null || shownElsewhere(entry.event())
            ? List.of()
            : CasePages.texts(entry.texts()),
        asOf.toString());
  }

  /** {@code case_admitted} of {@code case.case_admitted.v1}. */
  private static String name(String type) {
    return type.split("\\.", 3)[1];
  }

  /** The narrative, the replies and the findings have their own place above the timeline. */
  private static boolean shownElsewhere(CaseEvent event) {
    return event instanceof CaseEvent.AllegationSubmitted
        || event instanceof CaseEvent.ResponseFiled
        || event instanceof CaseEvent.FindingAdopted
        || event instanceof CaseEvent.FindingRevised
        || event instanceof CaseEvent.VoteCast;
  }

  private static CasePage.@Nullable Detail detail(CaseEvent event, Names names) {
    return switch (event) {
      case CaseEvent.CaseDeclaredInadmissible e -> plain(e.rule() + " " + e.restsOn());
      case CaseEvent.EmbargoWindowDetermined e -> plain(e.window().restsOn());
      case CaseEvent.RespondentNotified e -> detail("until", e.respondBy().toString());
      case CaseEvent.NonResponseRecorded e -> detail("deadline", e.respondBy().toString());
      case CaseEvent.SettlementProposed e -> detail("proposed", names.of(e.proposer()));
      case CaseEvent.SettlementAccepted e -> detail("accepted", names.of(e.accepter()));
      case CaseEvent.PanelSeated e ->
          detail(
              "members",
              e.members().stream()
                  .map(member -> member.member() + " (" + member.nationality() + ")")
                  .collect(Collectors.joining(", ")));
      case CaseEvent.TextsCited e -> detail("glossary", Integer.toString(e.glossaryVersion()));
      case CaseEvent.VoteCast e -> detail("vote", e.member().value());
      case CaseEvent.ReviewRequested e -> plain(names.of(e.requester()));
      case CaseEvent.RemedyOrdered e -> detail("due", e.dueBy().toString());
      case CaseEvent.CaseJoined e -> detail("into", e.into().value());
      case CaseEvent.DeadlineSet e -> deadline("set", e.deadline(), e.dueBy());
      case CaseEvent.DeadlinePassed e -> deadline("passed", e.deadline(), e.dueBy());
      case CaseEvent.ExtensionGranted e -> deadline("extended", e.deadline(), e.dueBy());
      case CaseEvent.MemberRecused e -> plain(e.member().value());
      case CaseEvent.MemberReplaced e ->
          detail("members", e.member().member() + " (" + e.member().nationality() + ")");
      case CaseEvent.ExhibitsAdmitted e -> exhibits(e.exhibits());
      case CaseEvent.ParticularsGiven e -> exhibits(e.exhibits());
      case CaseEvent.ReplyFiled e -> exhibits(e.exhibits());
      case CaseEvent.CaseReopened e -> exhibits(e.exhibits());
      case CaseEvent.DenialCorroborated e -> exhibits(e.exhibits());
      case CaseEvent.ReactionLinked e -> plain(names.of(e.by()) + ", " + e.on() + ": " + e.title());
      case CaseEvent.ClaimAssessed e -> detail("claim." + Words.code(e.status()), e.exhibit());
      case CaseEvent.AllegationSubmitted _,
          CaseEvent.CaseAdmitted _,
          CaseEvent.ResponseFiled _,
          CaseEvent.CaseReferred _,
          CaseEvent.FindingAdopted _,
          CaseEvent.AllegationWithdrawn _,
          CaseEvent.FindingUpheld _,
          CaseEvent.FindingRevised _,
          CaseEvent.RemedyReported _,
          CaseEvent.RemedyVerified _,
          CaseEvent.ParticularsRequested _,
          CaseEvent.CaseSuspended _,
          CaseEvent.CaseResumed _,
          CaseEvent.CaseClosed _ ->
          null;
    };
  }

  private static CasePage.@Nullable Detail deadline(
      String what, Deadline deadline, @Nullable LocalDate dueBy) {
    return dueBy == null ? null : detail(what + "." + Words.code(deadline), dueBy.toString());
  }

  private static CasePage.@Nullable Detail exhibits(List<Exhibit> exhibits) {
    return exhibits.isEmpty()
        ? null
        : plain(exhibits.stream().map(Exhibit::title).collect(Collectors.joining("; ")));
  }

  private static CasePage.Detail plain(String text) {
    return detail("plain", text);
  }

  private static CasePage.Detail detail(String key, String text) {
    return new CasePage.Detail("event.detail." + key, text);
  }
}
