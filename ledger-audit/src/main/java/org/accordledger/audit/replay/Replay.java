package org.accordledger.audit.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.InOrder;
import org.accordledger.audit.Progress;
import org.accordledger.audit.files.Entries;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.files.PayloadLine;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.codec.UndecodableEvent;
import org.accordledger.core.codec.UnknownRevision;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Scorecard;
import org.accordledger.core.scorecard.ScorecardFold;
import org.accordledger.log.Leaf;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeTiles;
import org.jspecify.annotations.Nullable;

/**
 * Applies the events of a log that was verified, in their order, with the very code the ledger
 * decides its scorecard by.
 */
public final class Replay {
  private final LogDirectory log;
  private final PayloadFiles payloads;
  private final int threads;
  private final Progress progress;
  private final Consumer<Recorded<LedgerEvent>> listener;
  private final EventCodec codec = new EventCodec();
  private final ScorecardFold fold = new ScorecardFold();
  private final Hidden hidden = new Hidden();

  /** An event whose payload may be withheld. */
  private record Decoded(long position, Leaf leaf, @Nullable LedgerEvent event) {}

  /**
   * @param log verified
   * @param payloads read and left open
   * @param threads to decode on
   * @param progress told of events
   * @param listener told of every event that counts, in order
   */
  public Replay(
      LogDirectory log,
      PayloadFiles payloads,
      int threads,
      Progress progress,
      Consumer<Recorded<LedgerEvent>> listener) {
    this.log = log;
    this.payloads = payloads;
    this.threads = threads;
    this.progress = progress;
    this.listener = listener;
  }

  /**
   * Replays once.
   *
   * @param size entries of the log
   * @param asOf the positions to work out the scorecard at; -1 for before the first event
   * @param method null for the one each accord has in force
   * @return by position
   * @throws AuditProblem when a payload was not fetched, or an event cannot follow those before it
   */
  public Map<Long, Replayed> run(
      long size, SortedSet<Long> asOf, Period incidents, @Nullable Integer method) {
    Map<Long, Replayed> scorecards = new HashMap<>();
    if (asOf.first() < 0) {
      scorecards.put(-1L, at(-1, null, incidents, method));
    }
    long end = asOf.last() + 1;
    InOrder.run(
        TreeTiles.bundles(size)
            .takeWhile(address -> address.firstPosition() < end)
            .map(address -> job(address, end))
            .iterator(),
        threads,
        events -> {
          for (Decoded decoded : events) {
            apply(decoded);
            if (asOf.contains(decoded.position())) {
              Instant today = decoded.leaf().recordedAt();
              scorecards.put(decoded.position(), at(decoded.position(), today, incidents, method));
            }
          }
          progress.step(events.size());
        });
    return scorecards;
  }

  /** What is withheld of a stream leaves its events out, and not the position and the time. */
  private Replayed at(
      long position, @Nullable Instant today, Period incidents, @Nullable Integer method) {
    return new Replayed(
        Scorecard.of(position, today, incidents, method, fold.accords().values(), fold.months()),
        hidden.copy());
  }

  private InOrder.Job<List<Decoded>> job(BundleAddress address, long end) {
    int width = (int) Math.min(address.width(), end - address.firstPosition());
    List<byte @Nullable []> lines = payloads.lines(address.firstPosition(), width);
    int absent = lines.indexOf(null);
    if (absent >= 0) {
      throw new AuditProblem(
          "the payload of position %d was not fetched; run 'audit fetch' again, without --no-payloads"
              .formatted(address.firstPosition() + absent));
    }
    long bytes = 8 * (log.lengthOf(address) + PayloadFiles.length(lines));
    return new InOrder.Job<>(bytes, () -> decode(address, lines));
  }

  private List<Decoded> decode(BundleAddress address, List<byte @Nullable []> lines) {
    Entries entries = log.entries(address);
    List<Decoded> events = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      long position = address.index() * TileAddress.FULL + i;
      Leaf leaf = Leaf.read(entries.leaf(i));
      PayloadLine line = PayloadLine.parse(Objects.requireNonNull(lines.get(i)), position);
      events.add(new Decoded(position, leaf, line.isWithheld() ? null : event(leaf, line)));
    }
    return events;
  }

  private LedgerEvent event(Leaf leaf, PayloadLine line) {
    try {
      return codec.decode(leaf.type(), line.bytes());
    } catch (UnknownRevision | UndecodableEvent e) {
      throw new AuditProblem(
          "position " + line.position() + " is no event this version knows: " + e.getMessage(), e);
    }
  }

  private void withheld(Leaf leaf, long position) {
    if (codec.kindOf(leaf.type()).map(ScorecardFold::dependsOn).orElse(true)) {
      fold.cellOf(leaf.streamId()).ifPresent(hidden::inPart);
      hidden.withheld(leaf.streamId(), leaf.streamVersion(), position);
    } else {
      hidden.withheldWithoutAFigure();
    }
  }

  private void apply(Decoded decoded) {
    Leaf leaf = decoded.leaf();
    if (decoded.event() == null) {
      withheld(leaf, decoded.position());
      return;
    }
    if (hidden.hides(leaf.streamId())) {
      return;
    }
    Recorded<LedgerEvent> recorded =
        new Recorded<>(
            decoded.position(),
            leaf.recordedAt(),
            leaf.streamId(),
            leaf.streamVersion(),
            decoded.event());
    try {
      fold.apply(recorded);
    } catch (IllegalStateException e) {
      throw new AuditProblem(
          "position %d (%s of %s) cannot follow the events before it: %s"
              .formatted(decoded.position(), leaf.type(), leaf.streamId(), e.getMessage()),
          e);
    }
    listener.accept(recorded);
  }
}
