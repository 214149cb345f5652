package org.accordledger.api.reads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.Deadlines;
import org.accordledger.core.cases.Ground;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.PanelMember;
import org.accordledger.core.cases.ReactionKind;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.election.EmbargoWindow;
import org.accordledger.core.evidence.ActorLink;
import org.accordledger.core.evidence.Confidence;
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stood at a position.
 *
 * @param version of the case's stream: what a write names in If-Match
 * @param position of the last event it shows
 * @param clauseVersion the version the case is judged under; absent if none ever held
 * @param respondBy last day to respond; absent while the respondent is not notified, or its clock
 *     stands still
 * @param silent true if the deadline passed without a response, which is not guilt
 * @param exhibitsWithheld exhibits that are more restricted than the reader may see
 * @param deadlines what is due, and what passed, as of the last event
 * @param daysToResponse from the day the allegation was filed to the first response; absent without
 *     one
 * @param milestones each stage the case was in, in the order it first came there
 * @param claims numbers that exhibits quote, and how they stand
 */
public record CaseDocument(
    CaseId caseId,
    long version,
    long position,
    Instant recordedAt,
    AccordId accord,
    ClauseCode clause,
    @Nullable Integer clauseVersion,
    BodyId respondent,
    BodyId complainant,
    Stage stage,
    boolean hypothetical,
    boolean illustrative,
    Marking marking,
    AllegationDocument allegation,
    @Nullable Embargo embargo,
    @Nullable Inadmissibility inadmissibility,
    @Nullable LocalDate respondBy,
    boolean silent,
    List<Response> responses,
    @Nullable Panel panel,
    List<Finding> findings,
    @Nullable CaseId joinedInto,
    int exhibitsWithheld,
    List<Deadlines.Due> deadlines,
    @Nullable Integer daysToResponse,
    List<Statement> particulars,
    List<Statement> replies,
    List<LaterExhibits> laterExhibits,
    List<Corroboration> corroborations,
    List<Reaction> reactions,
    List<Milestone> milestones,
    List<ClaimDocument> claims) {

  /** A text that a side filed beside allegation and response, with its exhibits. */
  public record Statement(
      LocalDate filedOn,
      long position,
      BodyId by,
      List<TextDocument> text,
      List<Exhibit> exhibits) {}

  /**
   * Exhibits that came in later.
   *
   * @param offeredBy the side that brought them; absent if neither did
   */
  public record LaterExhibits(
      LocalDate filedOn, long position, @Nullable BodyId offeredBy, List<Exhibit> exhibits) {}

  /**
   * Later evidence against a denial. It proves nothing by itself.
   *
   * @param denial the kind of the response it is held against
   */
  public record Corroboration(
      LocalDate filedOn,
      long position,
      ResponseKind denial,
      List<TextDocument> text,
      List<Exhibit> exhibits) {}

  /**
   * What an injured party did on its own.
   *
   * @param daysSinceAllegation from the day the allegation was filed; negative if it came before
   */
  public record Reaction(
      LocalDate filedOn,
      long position,
      BodyId by,
      ReactionKind kind,
      LocalDate on,
      int daysSinceAllegation,
      String title,
      @Nullable String source,
      List<TextDocument> text) {}

  /** The first day on which a case was at a stage. */
  public record Milestone(Stage stage, LocalDate on, long position) {}

  /**
   * The election that is spoken of, and the window of the embargo as far as it was known when the
   * case was submitted.
   *
   * @param electionVersion version of the election's stream it was worked out at
   */
  public record Embargo(ElectionId election, long electionVersion, EmbargoWindow window) {}

  /**
   * What is alleged.
   *
   * @param disclosedBeforeConduct true if it is said to have become known before it began: odd, and
   *     kept as it was filed
   * @param namedActs the acts with their names in the act library
   */
  public record AllegationDocument(
      LocalDate filedOn,
      String title,
      List<TextDocument> narrative,
      List<String> acts,
      Occurred occurred,
      @Nullable LocalDate disclosed,
      boolean disclosedBeforeConduct,
      List<BodyId> victims,
      List<ActorDocument> actorChain,
      @Nullable Confidence attributionConfidence,
      @Nullable Integer attributionValue,
      List<TextDocument> hypotheses,
      List<Exhibit> exhibits,
      @Nullable String sourceId,
      List<NamedAct> namedActs) {}

  /** A link of the actor chain, with the text of a person's name; as {@link ActorLink}. */
  public record ActorDocument(
      ActorLink.Level level,
      @Nullable String name,
      @Nullable TextDocument person,
      @Nullable BodyId state,
      ActorLink.Control control) {}

  /** Why the case goes no further, and the text that rests on. */
  public record Inadmissibility(
      LocalDate filedOn, Ground ground, String rule, String restsOn, List<TextDocument> reason) {}

  /** What the respondent says. */
  public record Response(
      LocalDate filedOn,
      long position,
      ResponseKind kind,
      List<TextDocument> text,
      List<Exhibit> exhibits,
      @Nullable CaseId counterCase) {}

  /** Who sits, how many votes a finding needs, and the votes cast. */
  public record Panel(List<PanelMember> members, int quorum, List<Vote> votes) {}

  /**
   * One member's vote.
   *
   * @param finding number of the finding it was cast for; of the one that a review may put in the
   *     place of the standing finding, whether it did or not
   */
  public record Vote(
      LocalDate filedOn,
      AccountId member,
      int finding,
      OpinionDocument opinion,
      List<TextDocument> dissent) {}

  /**
   * A finding; an earlier one stays readable when a later one supersedes it.
   *
   * @param finding number within the case, from 1
   * @param votes that were counted
   * @param standing false once superseded
   * @param wording the outcome in words that follow from how binding the commitment is
   * @param leftProtected conduct that the clause protects, where direction by the party is not
   *     found
   * @param cited the texts it rests on; absent for findings from before they were recorded
   */
  public record Finding(
      LocalDate filedOn,
      long position,
      int finding,
      Outcome outcome,
      OpinionDocument opinion,
      int votes,
      List<AccountId> dissenters,
      List<TextDocument> reasons,
      boolean standing,
      String wording,
      List<String> leftProtected,
      @Nullable Cited cited) {
    Finding superseded() {
      return new Finding(
          filedOn,
          position,
          finding,
          outcome,
          opinion,
          votes,
          dissenters,
          reasons,
          false,
          wording,
          leftProtected,
          cited);
    }
  }

  /**
   * The texts a finding rests on, by their versions.
   *
   * @param accordVersion of the accord's stream
   * @param glossaryVersion of the accord's glossary, 0 if it has none
   * @param interpretations how many interpretations of panels stood
   */
  public record Cited(
      long accordVersion,
      @Nullable Integer clauseVersion,
      int glossaryVersion,
      int interpretations) {}
}
