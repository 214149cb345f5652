package org.accordledger.audit.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.Progress;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.replay.Replay;
import org.accordledger.audit.replay.Replayed;
import org.accordledger.audit.verify.Verdict;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.scorecard.AccordCard;
import org.accordledger.core.scorecard.Cell;
import org.accordledger.core.scorecard.CellKey;
import org.accordledger.core.scorecard.Counter;
import org.accordledger.core.scorecard.Scorecard;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate states, before it is signed: a scorecard or part of one, and what every figure
 * rests on.
 *
 * @param format {@code accord-ledger/certificate/v1}
 * @param asOf last position taken into account
 * @param recordedAt when that one was recorded, which is the statement's today
 * @param checkpoint the log's signed checkpoint, as a note
 * @param leftOut cases of which nothing is known, because their payloads are withheld
 * @param withheldStreams accords and cases of which nothing is known or not all, and from where on
 */
public record Statement(
    String format,
    String origin,
    long asOf,
    @Nullable Instant recordedAt,
    Filters filters,
    String checkpoint,
    long withheldPayloads,
    long leftOut,
    Map<String, Long> withheldStreams,
    List<AccordCard> accords,
    List<Stated> cells) {
  static final String FORMAT = "accord-ledger/certificate/v1";

  /**
   * A cell.
   *
   * @param behind by figure the positions of the events it rests on, ascending
   */
  public record Stated(Cell figures, SortedMap<String, List<Long>> behind) {}

  /**
   * Works a statement out from a log that was verified.
   *
   * @param payloads read and left open
   * @param progress told of events
   */
  public static Statement of(
      LogDirectory log,
      Verdict verified,
      PayloadFiles payloads,
      long asOf,
      Filters filters,
      Progress progress) {
    Evidence evidence = new Evidence(filters);
    int threads = Runtime.getRuntime().availableProcessors();
    Replayed replayed =
        new Replay(log, payloads, threads, progress, evidence)
            .run(
                verified.checkpoint().size(),
                new TreeSet<>(List.of(asOf)),
                filters.incidents(),
                filters.method())
            .get(asOf);
    if (replayed == null) {
      throw new IllegalStateException("no scorecard at " + asOf);
    }
    Scorecard part = replayed.scorecard().only(filters.accord(), filters.party(), filters.clause());
    List<CellKey> keys = part.cells().stream().map(Cell::key).toList();
    Map<CellKey, SortedMap<String, List<Long>>> behind = evidence.byCell(keys);
    Map<String, Long> hidden = new TreeMap<>(replayed.hidden().leftOut());
    hidden.putAll(replayed.hidden().cutOff());
    return new Statement(
        FORMAT,
        verified.checkpoint().origin(),
        asOf,
        part.recordedAt(),
        filters,
        verified.note().toString(),
        replayed.hidden().payloads(),
        replayed.leftOut(),
        hidden,
        part.accords(),
        part.cells().stream().map(cell -> stated(cell, behind.get(cell.key()))).toList());
  }

  private static Stated stated(Cell cell, @Nullable SortedMap<String, List<Long>> positions) {
    SortedMap<String, List<Long>> behind = positions == null ? new TreeMap<>() : positions;
    for (Counter counter : Counter.values()) {
      List<Long> events = behind.getOrDefault(counter.code(), List.of());
      if (events.size() != cell.count(counter)) {
        throw new AuditProblem(
            "%s of %s is %d, and %d events are behind it; report this"
                .formatted(counter.code(), cell.key(), cell.count(counter), events.size()));
      }
    }
    return new Stated(cell, behind);
  }

  /** Canonical JSON, UTF-8. */
  public byte[] json() {
    return LedgerJson.mapper().writeValueAsBytes(this);
  }
}
