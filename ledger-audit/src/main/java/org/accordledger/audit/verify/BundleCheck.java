package org.accordledger.audit.verify;

import java.util.List;
import java.util.OptionalInt;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.Fault;
import org.accordledger.audit.files.BundleHasher;
import org.accordledger.audit.files.Entries;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.files.PayloadLine;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.jspecify.annotations.Nullable;

/** Checks one bundle by itself: what can be done on any thread, in any order. */
final class BundleCheck {
  private final LogDirectory log;
  private final String origin;
  private final boolean readLeaves;

  /**
   * @param readLeaves false for the hashes alone
   */
  BundleCheck(LogDirectory log, String origin, boolean readLeaves) {
    this.log = log;
    this.origin = origin;
    this.readLeaves = readLeaves;
  }

  /**
   * Checks the bundle.
   *
   * @param lines of payloads by entry, null where there is none
   */
  BundleReport check(BundleAddress address, List<byte @Nullable []> lines) {
    Entries entries = log.entries(address);
    BundleHasher hasher = new BundleHasher();
    byte[] hashes = hasher.leaves(entries);
    boolean whole = entries.count() == address.width();
    HashTile own = whole ? HashTile.of(address.tile(), hashes) : null;
    Fault broken =
        entries.broken() == null
            ? null
            : new Fault(
                address.firstPosition() + entries.count(), address + ": " + entries.broken());
    Contents contents = new Contents(address.firstPosition(), entries.count());
    if (readLeaves) {
      contents.read(entries, lines);
    }
    return new BundleReport(
        address,
        hashes,
        own != null && address.tile().full() ? hasher.root(hashes) : null,
        broken,
        own == null ? null : tileFault(own),
        contents.fault,
        readLeaves ? contents.facts : null,
        contents.counts());
  }

  private @Nullable Fault tileFault(HashTile own) {
    long first = own.address().index() * TileAddress.FULL;
    try {
      OptionalInt different = own.firstDifference(log.tile(own.address()));
      return different.isEmpty()
          ? null
          : new Fault(
              first + different.getAsInt(),
              own.address() + " has another hash for it than the entry gives");
    } catch (AuditProblem | LogFormatException e) {
      return new Fault(first, "its hash tile cannot be used: " + e.getMessage());
    }
  }

  /** Reads what the entries say, up to the first that says something it must not. */
  private final class Contents {
    private final long first;
    private final LeafFacts facts;
    private @Nullable Fault fault;
    private long checked;
    private long withheld;
    private long absent;

    Contents(long first, int width) {
      this.first = first;
      this.facts = new LeafFacts(width);
    }

    void read(Entries entries, List<byte @Nullable []> lines) {
      for (int i = 0; i < entries.count() && fault == null; i++) {
        try {
          Leaf leaf = Leaf.read(entries.leaf(i));
          if (!leaf.origin().equals(origin)) {
            throw new LogFormatException("its source is '" + leaf.origin() + "', another log");
          }
          facts.add(leaf);
          payload(leaf, lines.get(i), first + i);
        } catch (LogFormatException e) {
          fault = new Fault(first + i, String.valueOf(e.getMessage()));
        }
      }
    }

    private void payload(Leaf leaf, byte @Nullable [] line, long position) {
      if (line == null) {
        absent++;
        return;
      }
      PayloadLine payload = PayloadLine.parse(line, position);
      if (payload.isWithheld()) {
        withheld++;
      } else if (payload.commitment().equals(leaf.commitment())) {
        checked++;
      } else {
        throw new LogFormatException(
            "its payload or salt is not the one the entry has committed to");
      }
    }

    PayloadCounts counts() {
      return new PayloadCounts(checked, withheld, absent);
    }
  }
}
