package org.accordledger.api.reads;

import org.accordledger.api.security.Reader;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.scorecard.AccordCard;
import org.accordledger.core.scorecard.CellKey;
import org.accordledger.core.scorecard.Scorecard;
import org.accordledger.core.scorecard.ScorecardDifference;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.Page;
import org.accordledger.projections.Reading;
import org.accordledger.projections.scorecard.CaseBehind;
import org.accordledger.projections.scorecard.ScorecardQuery;
import org.accordledger.projections.scorecard.ScorecardReading;
import org.accordledger.projections.scorecard.ScorecardRequest;
import org.jspecify.annotations.Nullable;

/** The scorecard and the cases behind its figures, as the reader of the request may see them. */
public final class ScorecardReads {
  private final ScorecardQuery scorecards;

  ScorecardReads(ScorecardQuery scorecards) {
    this.scorecards = scorecards;
  }

  /**
   * Reads what is asked for from query parameters; null or empty means all, now, or in force.
   *
   * @throws org.accordledger.api.problem.ProblemException that names the parameter that is wrong
   */
  public static ScorecardRequest request(
      @Nullable String accord,
      @Nullable String party,
      @Nullable String clause,
      @Nullable String asOf,
      @Nullable String incidents,
      @Nullable String method) {
    AccordId named = Parameters.id("accord", accord, AccordId::new);
    return new ScorecardRequest(
        named,
        Parameters.id("party", party, BodyId::new),
        Parameters.id("clause", clause, ClauseCode::new),
        Parameters.asOf(asOf),
        Parameters.incidents(incidents),
        Parameters.number("method", method),
        Reader.current().under(named));
  }

  /**
   * The scorecard.
   *
   * @throws org.accordledger.api.problem.ProblemException for a position that is not reached yet,
   *     or a method there is none of
   */
  public Found<ScorecardDocument> read(ScorecardRequest request) {
    ScorecardReading reading = Parameters.refusing(() -> scorecards.read(request));
    Scorecard scorecard = reading.scorecard();
    return new Found<>(
        ScorecardDocument.of(scorecard, reading.leftOut()),
        scorecard.position(),
        scorecard.recordedAt(),
        !(request.asOf() instanceof AsOf.Head));
  }

  /**
   * What changed on a scorecard since an earlier point.
   *
   * @param since the earlier point
   * @param request the later scorecard
   * @throws org.accordledger.api.problem.ProblemException if the earlier point lies after the later
   *     one; and as {@link #read}
   */
  Found<DifferenceDocument> differences(AsOf since, ScorecardRequest request) {
    ScorecardReading later = Parameters.refusing(() -> scorecards.read(request));
    Scorecard after = later.scorecard();
    requireNotAfter(since instanceof AsOf.Position(long position) ? position : -1, after);
    Scorecard before = comparable(request.at(since), after);
    requireNotAfter(before.position(), after);
    ScorecardDifference difference = ScorecardDifference.between(before, after);
    return new Found<>(
        new DifferenceDocument(
            new DifferenceDocument.Point(before.position(), before.recordedAt()),
            new DifferenceDocument.Point(after.position(), after.recordedAt()),
            after.incidents(),
            after.accords(),
            difference.methods(),
            difference.cells(),
            later.leftOut()),
        after.position(),
        after.recordedAt(),
        true);
  }

  /**
   * The earlier scorecard, graded as the later one is: by the method each accord had adopted by the
   * later point.
   */
  private Scorecard comparable(ScorecardRequest request, Scorecard after) {
    Scorecard before = Parameters.refusing(() -> scorecards.read(request)).scorecard();
    ScorecardRequest same = request.at(AsOf.position(before.position()));
    for (AccordCard later : after.accords()) {
      AccordId accord = later.accord();
      boolean graded =
          before.accords().stream()
              .noneMatch(card -> card.accord().equals(accord) && card.method() != later.method());
      if (!graded) {
        ScorecardRequest regraded =
            same.only(accord, request.party(), request.clause()).by(later.method());
        before = before.with(scorecards.read(regraded).scorecard());
      }
    }
    return before;
  }

  /**
   * One cell with a page of the cases behind one of its figures.
   *
   * @throws org.accordledger.api.problem.ProblemException not found, if the accord has no such cell
   */
  public Found<CellDocument> cell(CellRequest request) {
    CellKey key = request.key();
    Found<ScorecardDocument> found =
        read(
            new ScorecardRequest(
                key.accord(),
                key.party(),
                key.clause(),
                request.asOf(),
                request.incidents(),
                request.method(),
                Reader.current().under(key.accord())));
    ScorecardDocument scorecard = found.document();
    if (scorecard.cells().isEmpty()) {
      throw Parameters.notFound(
          "The clause %s of %s has no cell for %s."
              .formatted(key.clause(), key.accord(), key.party()));
    }
    // the same position for both, also while the projection moves on
    Page<CaseBehind> cases = behind(request, AsOf.position(found.position())).value();
    CellDocument document =
        new CellDocument(
            scorecard.cells().getFirst(),
            scorecard.accords().getFirst().method(),
            scorecard.incidents(),
            request.counter(),
            cases.items(),
            cases.next(),
            cases.prev(),
            scorecard.leftOut());
    return new Found<>(document, found.position(), found.recordedAt(), found.past());
  }

  /** The cases behind a figure. Errors as {@link #read}. */
  Reading<Page<CaseBehind>> behind(CellRequest request, AsOf asOf) {
    return Parameters.refusing(
        () ->
            scorecards.casesBehind(
                request.key(),
                request.counter(),
                asOf,
                request.incidents(),
                Reader.current().under(request.key().accord()),
                request.cursor(),
                request.limit()));
  }

  private static void requireNotAfter(long since, Scorecard after) {
    if (since > after.position()) {
      throw Parameters.wrong(
          "since",
          "must not lie after what it is compared with, which is position " + after.position());
    }
  }
}
