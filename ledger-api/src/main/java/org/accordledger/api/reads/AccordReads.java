package org.accordledger.api.reads;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.accordledger.api.security.Reader;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordEvent.AccordDrafted;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.scorecard.AccordCard;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.scorecard.ScorecardProjection;
import org.jspecify.annotations.Nullable;

/** Accords as readers see them. An accord's own text is open to everybody. */
public final class AccordReads {
  /** The view that the list of accords comes from. */
  static final String LIST = ScorecardProjection.NAME;

  private final Streams streams;
  private final Texts texts;
  private final ScorecardReads scorecards;

  AccordReads(Streams streams, Texts texts, ScorecardReads scorecards) {
    this.streams = streams;
    this.texts = texts;
    this.scorecards = scorecards;
  }

  /**
   * A page of the accords, by id.
   *
   * @param cursor from an earlier page; null for the first
   * @param limit most accords on the page
   */
  public Found<AccordsDocument> list(@Nullable String cursor, int limit) {
    String after = cursor == null ? "" : Parameters.decoded(cursor);
    Found<ScorecardDocument> found =
        scorecards.read(ScorecardReads.request(null, null, null, null, null, null));
    List<AccordCard> cards =
        found.document().accords().stream()
            .filter(card -> card.accord().value().compareTo(after) > 0)
            .limit(limit + 1L)
            .toList();
    List<AccordsDocument.Item> items =
        cards.stream().limit(limit).map(card -> item(card, found.document().cells())).toList();
    String next =
        cards.size() > limit ? Parameters.encoded(items.getLast().accord().value()) : null;
    return new Found<>(
        new AccordsDocument(items, next), found.position(), found.recordedAt(), found.past());
  }

  private static AccordsDocument.Item item(AccordCard card, List<Cell> cells) {
    long inForce =
        cells.stream()
            .filter(cell -> cell.key().accord().equals(card.accord()))
            .filter(cell -> cell.inForceSince() != null)
            .map(cell -> cell.key().clause())
            .distinct()
            .count();
    return new AccordsDocument.Item(
        card.accord(),
        card.title(),
        card.hypothetical(),
        card.parties(),
        card.methodInForce(),
        Math.toIntExact(inForce));
  }

  /**
   * One accord.
   *
   * @throws org.accordledger.api.problem.ProblemException not found, at that point
   */
  public Found<AccordDocument> get(AccordId accord, AsOf asOf) {
    return find(accord, asOf)
        .orElseThrow(() -> Parameters.notFound("There is no accord " + accord + "."));
  }

  /**
   * The events of one accord.
   *
   * @throws org.accordledger.api.problem.ProblemException not found, at that point
   */
  Found<List<Recorded<AccordEvent>>> events(AccordId accord, AsOf asOf) {
    return streams
        .read(accord.value(), AccordEvent.class, asOf)
        .orElseThrow(() -> Parameters.notFound("There is no accord " + accord + "."));
  }

  /**
   * Refuses an accord that there is not.
   *
   * @throws org.accordledger.api.problem.ProblemException not found, at that point
   */
  void requireThere(AccordId accord, AsOf asOf) {
    var _ = events(accord, asOf);
  }

  /**
   * Where an accord comes from and what came from it.
   *
   * @throws org.accordledger.api.problem.ProblemException not found, at that point
   */
  Found<LineageDocument> lineage(AccordId accord, AsOf asOf) {
    Found<List<AccordDrafted>> drafts = streams.drafts(asOf);
    Lineage lineage = new Lineage(drafts.document());
    if (!lineage.knows(accord)) {
      throw Parameters.notFound("There is no accord " + accord + ".");
    }
    return drafts.with(lineage.of(accord));
  }

  Optional<Found<AccordDocument>> find(AccordId accord, AsOf asOf) {
    Set<Marking> visible = Reader.current().under(accord);
    return streams
        .read(accord.value(), AccordEvent.class, asOf)
        .map(
            found -> {
              List<Recorded<AccordEvent>> events = found.document();
              return new Found<>(
                  AccordFile.document(
                      events,
                      refs -> texts.of(refs, visible),
                      ReportReads.day(asOf, events.getLast(), found.recordedAt())),
                  found.position(),
                  found.recordedAt(),
                  found.past());
            });
  }
}
