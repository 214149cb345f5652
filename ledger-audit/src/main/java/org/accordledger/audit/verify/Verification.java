package org.accordledger.audit.verify;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.Fault;
import org.accordledger.audit.FirstFault;
import org.accordledger.audit.InOrder;
import org.accordledger.audit.Progress;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeTiles;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a whole log: its checkpoint, every entry, every hash tile and every payload that is
 * there. Goes on to the end also when something is wrong, so that what it names is the first.
 */
public final class Verification {
  private final LogDirectory log;
  private final PayloadFiles payloads;
  private final boolean readLeaves;
  private final int threads;
  private final Progress progress;

  private final SignedNote note;
  private final Checkpoint checkpoint;
  private final ComputedTree tree;
  private final @Nullable LeafOrder order;

  private final FirstFault broken = new FirstFault();
  private final FirstFault tiles = new FirstFault();
  private final FirstFault contents = new FirstFault();
  private PayloadCounts counts = PayloadCounts.NONE;

  /**
   * Prepares; reads the checkpoint and nothing else.
   *
   * @param payloads read and left open
   * @param readLeaves false for the hashes alone
   * @param threads to work on
   * @param progress told of entries
   * @throws AuditProblem when the checkpoint is missing or not signed by the log
   */
  public Verification(
      LogDirectory log,
      KeyChain keys,
      PayloadFiles payloads,
      boolean readLeaves,
      int threads,
      Progress progress) {
    this.log = log;
    this.payloads = payloads;
    this.readLeaves = readLeaves;
    this.threads = threads;
    this.progress = progress;
    note = log.checkpoint();
    checkpoint = keys.checkpoint(note, log.root().resolve("checkpoint").toString());
    tree = new ComputedTree(checkpoint.size());
    order = readLeaves ? new LeafOrder(checkpoint.size()) : null;
  }

  /** The checkpoint, signed by the log. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /**
   * Reads everything.
   *
   * @throws AuditProblem when that cannot be done; a fault of the log is in the verdict
   */
  public Verdict run() {
    BundleCheck check = new BundleCheck(log, checkpoint.origin(), readLeaves);
    Stream<BundleAddress> bundles = TreeTiles.bundles(checkpoint.size());
    Iterator<InOrder.Job<BundleReport>> jobs =
        bundles.map(address -> job(check, address)).iterator();
    InOrder.run(jobs, threads, this::take);
    tree.complete();
    FirstFault first = new FirstFault();
    first.add(broken.get());
    byte[] root = tree.root();
    if (root == null || !Arrays.equals(root, checkpoint.root())) {
      first.add(new Descent(log, checkpoint, tree, tiles.get()).fault());
    }
    // before the first wrong entry all are the signed ones, and a tile that differs is wrong itself
    upperTiles(first.get() == null ? Fault.UNKNOWN : first.get().position());
    first.add(tiles.get());
    first.add(contents.get());
    return new Verdict(note, checkpoint, counts, first.get());
  }

  private InOrder.Job<BundleReport> job(BundleCheck check, BundleAddress address) {
    List<byte @Nullable []> lines =
        readLeaves ? payloads.lines(address.firstPosition(), address.width()) : List.of();
    long bytes = 2 * log.lengthOf(address) + 3 * PayloadFiles.length(lines);
    return new InOrder.Job<>(bytes, () -> check.check(address, lines));
  }

  private void take(BundleReport report) {
    BundleAddress address = report.address();
    if (report.root() != null) {
      tree.bundle(address.index(), report.root());
    } else if (address.width() < TileAddress.FULL) {
      tree.lastBundle(report.leafHashes());
    }
    broken.add(report.broken());
    tiles.add(report.tile());
    // what follows a fault only follows from it
    if (order != null && report.facts() != null && contents.get() == null) {
      contents.add(report.content());
      contents.add(order.next(address.firstPosition(), report.facts()));
    }
    counts = counts.plus(report.payloads());
    progress.step(address.width());
  }

  /** Compares the tiles above the leaves with the entries before a position. */
  private void upperTiles(long end) {
    TreeTiles.of(checkpoint.size())
        .filter(address -> address.level() > 0)
        .forEach(address -> tiles.add(upperTile(address, end)));
  }

  private @Nullable Fault upperTile(TileAddress address, long end) {
    HashTile own = tree.tileIfKnown(address);
    int height = TileAddress.HEIGHT * address.level();
    long first = address.index() * TileAddress.FULL;
    if (own == null) {
      return null;
    }
    try {
      OptionalInt different = own.firstDifference(log.tile(address));
      if (different.isEmpty() || (first + different.getAsInt() + 1) << height > end) {
        return null;
      }
      return new Fault(
          (first + different.getAsInt()) << height,
          "%s has another hash for the %d entries from here on than they give"
              .formatted(address, 1L << height));
    } catch (AuditProblem | LogFormatException e) {
      return new Fault(first << height, "a hash tile above it cannot be used: " + e.getMessage());
    }
  }
}
