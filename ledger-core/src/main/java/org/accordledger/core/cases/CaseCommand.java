package org.accordledger.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.evidence.ClaimStatus;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case. Parameters mean what they mean in {@link CaseEvent}. */
public sealed interface CaseCommand extends LedgerCommand {
  CaseId caseId();

  @Override
  default String streamId() {
    return caseId().value();
  }

  /**
   * Alleges.
   *
   * @param election the election that is spoken of, under an embargo whose window follows from it;
   *     absent under every other clause
   */
  record SubmitAllegation(
      CaseId caseId, Allegation allegation, @Nullable ElectionId election, Filing filed)
      implements CaseCommand {
    /** Under a clause that is no embargo. */
    public SubmitAllegation(CaseId caseId, Allegation allegation, Filing filed) {
      this(caseId, allegation, null, filed);
    }

    @Override
    public boolean beginsStream() {
      return true;
    }
  }

  /**
   * A ground stops the case.
   *
   * @param reservation number of the respondent's reservation that applies; may be left out where
   *     it has one alone
   */
  record DeclareInadmissible(
      CaseId caseId,
      Ground ground,
      String restsOn,
      Map<LanguageTag, ContentRef> reason,
      @Nullable Integer reservation,
      Filing filed)
      implements CaseCommand {}

  record AdmitCase(CaseId caseId, Map<LanguageTag, ContentRef> reason, Filing filed)
      implements CaseCommand {}

  record FileResponse(
      CaseId caseId,
      ResponseKind kind,
      Map<LanguageTag, ContentRef> text,
      List<Exhibit> exhibits,
      @Nullable CaseId counterCase,
      Filing filed)
      implements CaseCommand {}

  record RecordNonResponse(CaseId caseId, Filing filed) implements CaseCommand {}

  record ProposeSettlement(CaseId caseId, Map<LanguageTag, ContentRef> text, Filing filed)
      implements CaseCommand {}

  record AcceptSettlement(CaseId caseId, Filing filed) implements CaseCommand {}

  record ReferToPanel(CaseId caseId, Filing filed) implements CaseCommand {}

  record SeatPanel(CaseId caseId, List<AccountId> members, Filing filed) implements CaseCommand {}

  /** The member votes as the filing's own account: nobody votes for another. */
  record CastVote(
      CaseId caseId, Opinion opinion, Map<LanguageTag, ContentRef> dissent, Filing filed)
      implements CaseCommand {}

  record AdoptFinding(CaseId caseId, Map<LanguageTag, ContentRef> reasons, Filing filed)
      implements CaseCommand {}

  record RequestReview(CaseId caseId, ContentRef ground, Filing filed) implements CaseCommand {}

  record UpholdFinding(CaseId caseId, Map<LanguageTag, ContentRef> reasons, Filing filed)
      implements CaseCommand {}

  /** The panel's new finding follows from the votes on the review, as the first one did. */
  record ReviseFinding(CaseId caseId, Map<LanguageTag, ContentRef> reasons, Filing filed)
      implements CaseCommand {}

  record OrderRemedy(
      CaseId caseId, Map<LanguageTag, ContentRef> text, LocalDate dueBy, Filing filed)
      implements CaseCommand {}

  record ReportRemedy(CaseId caseId, Map<LanguageTag, ContentRef> text, Filing filed)
      implements CaseCommand {}

  record VerifyRemedy(CaseId caseId, Filing filed) implements CaseCommand {}

  record WithdrawAllegation(CaseId caseId, ContentRef reason, Filing filed)
      implements CaseCommand {}

  record JoinCase(CaseId caseId, CaseId into, Filing filed) implements CaseCommand {}

  record CloseCase(CaseId caseId, Filing filed) implements CaseCommand {}

  record RequestParticulars(CaseId caseId, Map<LanguageTag, ContentRef> text, Filing filed)
      implements CaseCommand {}

  record GiveParticulars(
      CaseId caseId, Map<LanguageTag, ContentRef> text, List<Exhibit> exhibits, Filing filed)
      implements CaseCommand {}

  record GrantExtension(
      CaseId caseId, Deadline deadline, int days, Map<LanguageTag, ContentRef> reason, Filing filed)
      implements CaseCommand {}

  record FileReply(
      CaseId caseId, Map<LanguageTag, ContentRef> text, List<Exhibit> exhibits, Filing filed)
      implements CaseCommand {}

  /** Says that a deadline passed; that of the response may be named like any other. */
  record RecordLapse(CaseId caseId, Deadline deadline, Filing filed) implements CaseCommand {}

  record SuspendCase(CaseId caseId, Map<LanguageTag, ContentRef> reason, Filing filed)
      implements CaseCommand {}

  record ResumeCase(CaseId caseId, Filing filed) implements CaseCommand {}

  /** A member recuses itself, or the registrar empties a seat. */
  record RecuseMember(
      CaseId caseId, AccountId member, Map<LanguageTag, ContentRef> reason, Filing filed)
      implements CaseCommand {}

  record ReplaceMember(CaseId caseId, AccountId member, Filing filed) implements CaseCommand {}

  record AdmitExhibit(
      CaseId caseId, @Nullable BodyId offeredBy, List<Exhibit> exhibits, Filing filed)
      implements CaseCommand {}

  record ReopenCase(
      CaseId caseId, List<Exhibit> exhibits, Map<LanguageTag, ContentRef> reason, Filing filed)
      implements CaseCommand {}

  record LinkReaction(
      CaseId caseId,
      BodyId by,
      ReactionKind kind,
      LocalDate on,
      String title,
      @Nullable String source,
      Map<LanguageTag, ContentRef> text,
      Filing filed)
      implements CaseCommand {}

  record Corroborate(
      CaseId caseId, Map<LanguageTag, ContentRef> text, List<Exhibit> exhibits, Filing filed)
      implements CaseCommand {}

  record AssessClaim(
      CaseId caseId,
      String exhibit,
      ClaimStatus status,
      @Nullable String evidence,
      Map<LanguageTag, ContentRef> reason,
      Filing filed)
      implements CaseCommand {}
}
