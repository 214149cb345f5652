package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.accordledger.api.visibility.Visible;
import org.accordledger.core.ContentRef;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Recorded;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.PanelMember;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.evidence.ActorLink;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/** Puts a case's events together into the document that readers see. */
final class CaseFile {
  private final JudgedUnder judged;
  private final Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts;
  private final Visible visible;
  private final Recorded<? extends CaseEvent> first;
  private final AllegationSubmitted submitted;
  private final List<CaseDocument.Response> responses = new ArrayList<>();
  private final List<CaseDocument.Vote> votes = new ArrayList<>();
  private final List<CaseDocument.Finding> findings = new ArrayList<>();
  private CaseDocument.@Nullable Embargo embargo;
  private CaseDocument.@Nullable Inadmissibility inadmissibility;
  private CaseDocument.@Nullable Panel panel;
  private final CaseProcedure procedure;
  private final ClaimFile claims;
  private CaseDocument.@Nullable Cited cited;
  private @Nullable LocalDate respondBy;
  private @Nullable CaseId joinedInto;
  private Stage stage = Stage.SUBMITTED;
  private boolean silent;
  private int withheld;

  private CaseFile(
      Recorded<? extends CaseEvent> first,
      JudgedUnder judged,
      Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts,
      Visible visible) {
    if (!(first.event() instanceof AllegationSubmitted opening)) {
      throw new IllegalArgumentException(first.streamId() + " does not begin with its allegation");
    }
    this.first = first;
    this.judged = judged;
    this.submitted = opening;
    this.texts = texts;
    this.visible = visible;
    this.procedure = new CaseProcedure(opening, texts, this::visible);
    this.claims = new ClaimFile(texts);
  }

  /**
   * Puts the document together.
   *
   * @param events of one case from its first one on, in order
   * @param judged what the case is judged under
   * @param texts looks up texts by their digests
   * @param visible what the reader may see of it
   */
  static CaseDocument document(
      List<? extends Recorded<? extends CaseEvent>> events,
      JudgedUnder judged,
      Function<Map<LanguageTag, ContentRef>, List<TextDocument>> texts,
      Visible visible) {
    CaseFile file = new CaseFile(events.getFirst(), judged, texts, visible);
    events.forEach(file::read);
    return file.close(events.getLast(), judged.hypothetical());
  }

  private void read(Recorded<? extends CaseEvent> recorded) {
    CaseEvent event = recorded.event();
    LocalDate day = event.filed().day();
    long position = recorded.position();
    stage = Stage.after(stage, event);
    procedure.read(recorded);
    visible.of(recorded).ifPresent(claims::read);
    respondBy = procedure.respondBy(respondBy);
    switch (event) {
      case CaseEvent.CaseDeclaredInadmissible e ->
          inadmissibility =
              new CaseDocument.Inadmissibility(
                  day, e.ground(), e.rule(), e.restsOn(), texts.apply(e.reason()));
      case CaseEvent.ResponseFiled e -> {
        silent = false;
        responses.add(
            new CaseDocument.Response(
                day,
                position,
                e.kind(),
                texts.apply(e.text()),
                visible(e.exhibits()),
                visible.named(e.counterCase())));
      }
      case CaseEvent.NonResponseRecorded _ -> silent = true;
      case CaseEvent.PanelSeated e ->
          panel = new CaseDocument.Panel(e.members(), e.quorum(), votes);
      case CaseEvent.VoteCast e ->
          votes.add(
              new CaseDocument.Vote(
                  day,
                  e.member(),
                  findings.size() + 1,
                  OpinionDocument.of(e.opinion(), visible),
                  texts.apply(e.dissent())));
      case CaseEvent.TextsCited e ->
          cited =
              new CaseDocument.Cited(
                  e.accordVersion(), e.clauseVersion(), e.glossaryVersion(), e.interpretations());
      case CaseEvent.FindingAdopted e ->
          stands(
              new CaseDocument.Finding(
                  day,
                  position,
                  e.finding(),
                  e.outcome(),
                  OpinionDocument.of(e.opinion(), visible),
                  e.votes(),
                  e.dissenters(),
                  texts.apply(e.reasons()),
                  true,
                  judged.words(e.outcome()),
                  judged.leftProtected(e.outcome()),
                  cited));
      case CaseEvent.FindingRevised e ->
          stands(
              new CaseDocument.Finding(
                  day,
                  position,
                  e.finding(),
                  e.outcome(),
                  OpinionDocument.of(e.opinion(), visible),
                  e.votes(),
                  e.dissenters(),
                  texts.apply(e.reasons()),
                  true,
                  judged.words(e.outcome()),
                  judged.leftProtected(e.outcome()),
                  cited));
      case CaseEvent.EmbargoWindowDetermined e ->
          embargo = new CaseDocument.Embargo(e.election(), e.electionVersion(), e.window());
      case CaseEvent.CaseJoined e -> joinedInto = visible.named(e.into());
      case CaseEvent.MemberRecused e -> {
        votes.removeIf(
            vote -> vote.finding() > findings.size() && vote.member().equals(e.member()));
        seats(members -> members.removeIf(member -> member.member().equals(e.member())));
      }
      case CaseEvent.MemberReplaced e -> seats(members -> members.add(e.member()));
      case CaseEvent.CaseReopened e -> {
        if (e.stage() != Stage.DECIDED) {
          inadmissibility = null;
        }
      }
      case AllegationSubmitted _,
          CaseEvent.CaseAdmitted _,
          CaseEvent.RespondentNotified _,
          CaseEvent.DeadlineSet _,
          CaseEvent.DeadlinePassed _,
          CaseEvent.ParticularsRequested _,
          CaseEvent.ParticularsGiven _,
          CaseEvent.ExtensionGranted _,
          CaseEvent.ReplyFiled _,
          CaseEvent.CaseSuspended _,
          CaseEvent.CaseResumed _,
          CaseEvent.ExhibitsAdmitted _,
          CaseEvent.ReactionLinked _,
          CaseEvent.DenialCorroborated _,
          CaseEvent.ClaimAssessed _,
          CaseEvent.SettlementProposed _,
          CaseEvent.SettlementAccepted _,
          CaseEvent.CaseReferred _,
          CaseEvent.ReviewRequested _,
          CaseEvent.FindingUpheld _,
          CaseEvent.RemedyOrdered _,
          CaseEvent.RemedyReported _,
          CaseEvent.RemedyVerified _,
          CaseEvent.AllegationWithdrawn _,
          CaseEvent.CaseClosed _ -> {
        // these move the stage or are told by the procedure and the claims
      }
    }
  }

  private void seats(Consumer<List<PanelMember>> change) {
    if (panel != null) {
      List<PanelMember> members = new ArrayList<>(panel.members());
      change.accept(members);
      panel = new CaseDocument.Panel(List.copyOf(members), panel.quorum(), votes);
    }
  }

  private void stands(CaseDocument.Finding finding) {
    findings.replaceAll(CaseDocument.Finding::superseded);
    findings.add(finding);
  }

  private CaseDocument.ActorDocument actor(ActorLink link) {
    return new CaseDocument.ActorDocument(
        link.level(),
        link.name(),
        link.person() == null ? null : text(link.person()),
        link.state(),
        link.control());
  }

  private TextDocument text(ContentRef ref) {
    return texts.apply(Map.of(TextDocument.UNKNOWN, ref)).getFirst();
  }

  private List<Exhibit> visible(List<Exhibit> exhibits) {
    List<Exhibit> seen = visible.exhibits(exhibits);
    withheld += exhibits.size() - seen.size();
    return seen;
  }

  private CaseDocument close(Recorded<? extends CaseEvent> last, boolean hypothetical) {
    var allegation = submitted.allegation();
    var document =
        new CaseDocument.AllegationDocument(
            submitted.filed().day(),
            allegation.title(),
            texts.apply(allegation.narrative()),
            allegation.acts(),
            allegation.occurred(),
            allegation.disclosed(),
            allegation.occurred().beganAfter(allegation.disclosed()),
            allegation.victims(),
            allegation.actorChain().stream().map(this::actor).toList(),
            allegation.attributionConfidence(),
            allegation.attributionValue(),
            allegation.hypotheses().stream().map(this::text).toList(),
            visible(allegation.exhibits()),
            allegation.sourceId(),
            ActLibrary.LEDGER.named(allegation.acts()));
    return new CaseDocument(
        submitted.caseId(),
        last.streamVersion(),
        last.position(),
        first.recordedAt(),
        allegation.accord(),
        allegation.clause(),
        submitted.clauseVersion(),
        allegation.respondent(),
        allegation.complainant(),
        stage,
        hypothetical,
        allegation.illustrative(),
        allegation.marking(),
        document,
        embargo,
        inadmissibility,
        respondBy,
        silent,
        List.copyOf(responses),
        panel,
        List.copyOf(findings),
        joinedInto,
        withheld,
        procedure.deadlines(),
        procedure.daysToResponse(),
        List.copyOf(procedure.particulars()),
        List.copyOf(procedure.replies()),
        List.copyOf(procedure.laterExhibits()),
        List.copyOf(procedure.corroborations()),
        List.copyOf(procedure.reactions()),
        procedure.milestones(),
        claims.documents());
  }
}
