package org.accordledger.audit.replay;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.accordledger.core.scorecard.CellKey;

/**
 * What withheld payloads keep out of a replay. A stream is followed up to its first withheld event
 * and not further, unless no figure depends on that: what comes after cannot be understood without
 * it.
 */
public final class Hidden {
  private final Map<String, Long> leftOut = new TreeMap<>();
  private final Map<String, Long> cutOff = new TreeMap<>();
  private final Set<CellKey> inPart = new HashSet<>();
  private long payloads;

  Hidden() {}

  private Hidden(Hidden other) {
    leftOut.putAll(other.leftOut);
    cutOff.putAll(other.cutOff);
    inPart.addAll(other.inPart);
    payloads = other.payloads;
  }

  Hidden copy() {
    return new Hidden(this);
  }

  /** Takes note of a withheld payload. */
  void withheld(String stream, long version, long position) {
    payloads++;
    if (!hides(stream)) {
      (version == 0 ? leftOut : cutOff).put(stream, position);
    }
  }

  /** Takes note of a withheld payload that no figure depends on. */
  void withheldWithoutAFigure() {
    payloads++;
  }

  /** Takes note of a cell of which a case is known in part. */
  void inPart(CellKey cell) {
    inPart.add(cell);
  }

  /** Cells of which a case is known in part. */
  public Set<CellKey> inPart() {
    return Collections.unmodifiableSet(inPart);
  }

  /** Whether a stream can no longer be followed. */
  boolean hides(String stream) {
    return leftOut.containsKey(stream) || cutOff.containsKey(stream);
  }

  /** Payloads withheld. */
  public long payloads() {
    return payloads;
  }

  /** Streams of which nothing is known, by id, with the position they begin at. */
  public Map<String, Long> leftOut() {
    return Collections.unmodifiableMap(leftOut);
  }

  /** Streams that are counted as they stood before a position. */
  public Map<String, Long> cutOff() {
    return Collections.unmodifiableMap(cutOff);
  }
}
