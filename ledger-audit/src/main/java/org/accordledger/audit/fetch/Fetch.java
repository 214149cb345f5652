package org.accordledger.audit.fetch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.Fault;
import org.accordledger.audit.InOrder;
import org.accordledger.audit.Progress;
import org.accordledger.audit.files.AuditDirectory;
import org.accordledger.audit.files.DurableFile;
import org.accordledger.audit.files.Entries;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.log.proof.ConsistencyProof;
import org.accordledger.log.proof.TileNodes;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeTiles;
import org.jspecify.annotations.Nullable;

/**
 * Brings a directory up to the checkpoint a server serves now. First the signature, then that the
 * log only grew, then the tiles from the root down, then the entries; the checkpoint is written
 * last, so that a directory with a checkpoint is whole.
 */
public final class Fetch {
  private static final int MANY = 8;
  // a hostile server can make each of them hold 64 MB
  private static final int FEW = 4;

  private final AuditDirectory directory;
  private final LogDirectory log;
  private final Http http;
  private final Served served;
  private final BiFunction<String, Long, ? extends Progress> bars;

  /**
   * @param bars asked for one for each kind of file, by its name and number
   */
  public Fetch(
      AuditDirectory directory, Http http, BiFunction<String, Long, ? extends Progress> bars) {
    this.directory = directory;
    this.log = LogDirectory.at(directory.log());
    this.http = http;
    this.served = new Served(http);
    this.bars = bars;
  }

  /** The key that the server says is its own. */
  public VerifierKey servedKey() {
    return new KeyFetch(served, directory.log()).own(served.checkpoint());
  }

  /**
   * Fetches what is missing.
   *
   * @param trusted the log's key, or one that its key came after
   * @throws AuditProblem when the server does not give what it has signed, or has rewritten what it
   *     gave before; what was proved until then is kept, and the next fetch goes on from there
   */
  public FetchReport run(VerifierKey trusted, boolean withPayloads) {
    SignedNote note = served.checkpoint();
    KeyFetch keys = new KeyFetch(served, directory.log());
    KeyChain chain = keys.chain(trusted, note, log.successions());
    Checkpoint checkpoint = chain.checkpoint(note, "the server's checkpoint");
    Checkpoint before = before(chain);
    ServedTree tree = new ServedTree(checkpoint, served);
    if (before != null) {
      continues(before, note, checkpoint, tree);
    }
    long tiles = tiles(checkpoint.size(), tree);
    long bundles = bundles(checkpoint.size());
    keys.store(chain, chain.current(checkpoint.size()));
    DurableFile.write(directory.log().resolve("checkpoint"), note.bytes());
    long payloads = withPayloads ? payloads(checkpoint.size()) : 0;
    return new FetchReport(
        checkpoint, chain, before == null ? 0 : before.size(), tiles, bundles, payloads);
  }

  private @Nullable Checkpoint before(KeyChain chain) {
    Path file = directory.log().resolve("checkpoint");
    return Files.exists(file) ? chain.checkpoint(log.checkpoint(), file.toString()) : null;
  }

  private void continues(Checkpoint before, SignedNote note, Checkpoint now, ServedTree tree) {
    if (now.size() < before.size()) {
      throw new AuditProblem(
          "the server's log has %d entries, and had %d when it was fetched last time: it goes back; the signed proof is kept in %s"
              .formatted(now.size(), before.size(), keep(note, now)));
    }
    try {
      ConsistencyProof.build(before.size(), now.size(), new TileNodes(now.size(), tree))
          .verify(before.size(), before.root(), now.size(), now.root());
    } catch (NotProvenException e) {
      OptionalLong first = new Rewritten(now.size(), tree, before.size(), log).first();
      Fault fault =
          new Fault(
              first.orElse(Fault.UNKNOWN),
              "the server's log is not the one fetched last time; both checkpoints are signed by it: %s and %s"
                  .formatted(directory.log().resolve("checkpoint"), keep(note, now)));
      throw new AuditProblem("refused: " + fault, e);
    }
  }

  private Path keep(SignedNote note, Checkpoint now) {
    Path file = directory.path().resolve("refused").resolve("checkpoint-" + now.size());
    DurableFile.write(file, note.bytes());
    return file;
  }

  private long tiles(long size, ServedTree tree) {
    tree.edge().forEach(tile -> DurableFile.write(path(tile.address().path()), tile.bytes()));
    long stored = 0;
    for (int level = TileAddress.TOP_LEVEL; level >= 0; level--) {
      int wanted = level;
      long[] fetched = {0};
      long full = (size >> (TileAddress.HEIGHT * level)) / TileAddress.FULL;
      if (full > 0) {
        inParallel(
            "hash tiles " + level,
            full,
            MANY,
            TreeTiles.of(size)
                .filter(address -> address.level() == wanted && address.full())
                .map(address -> new InOrder.Job<>(0, () -> tile(address, tree)))
                .iterator(),
            fetched);
      }
      stored += fetched[0];
    }
    return stored + tree.edge().size();
  }

  private boolean tile(TileAddress address, ServedTree tree) {
    Path file = path(address.path());
    if (Files.exists(file) && isRight(address, tree)) {
      return false;
    }
    DurableFile.write(file, tree.tile(address).bytes());
    return true;
  }

  private boolean isRight(TileAddress address, ServedTree tree) {
    try {
      return tree.has(log.tile(address));
    } catch (LogFormatException e) {
      return false;
    }
  }

  private long bundles(long size) {
    long[] fetched = {0};
    inParallel(
        "entries",
        (size + TileAddress.FULL - 1) / TileAddress.FULL,
        FEW,
        TreeTiles.bundles(size)
            .map(address -> new InOrder.Job<>(0, () -> bundle(address)))
            .iterator(),
        fetched);
    return fetched[0];
  }

  private boolean bundle(BundleAddress address) {
    Path file = path(address.path());
    // a file that is there was proved before it was stored; that it still is right is for verify
    if (Files.exists(file)) {
      return false;
    }
    Entries entries = served.entries(address);
    HashTile tile = log.tile(address.tile());
    for (int i = 0; i < entries.count(); i++) {
      byte[] hash = LogHash.leaf(entries.leaf(i));
      if (!Arrays.equals(hash, tile.subtree(0, i))) {
        throw new AuditProblem(
            "refused: "
                + new Fault(
                    address.firstPosition() + i,
                    "the server's entry is not the one it has signed (" + address + ")"));
      }
    }
    if (entries.broken() != null) {
      throw new AuditProblem(
          "refused: "
              + new Fault(
                  address.firstPosition() + entries.count(),
                  "the server's " + address + " is no bundle: " + entries.broken()));
    }
    DurableFile.write(file, entries.bundle());
    return true;
  }

  private long payloads(long size) {
    PayloadFetch fetch = new PayloadFetch(http, directory.payloads());
    long missing = size - Math.min(size, fetch.stored());
    if (missing == 0) {
      return 0;
    }
    try (Progress bar = bars.apply("payloads", missing)) {
      return fetch.fetch(size, FEW, bar);
    }
  }

  private void inParallel(
      String what, long files, int threads, Iterator<InOrder.Job<Boolean>> jobs, long[] fetched) {
    try (Progress bar = bars.apply(what, files)) {
      InOrder.run(
          jobs,
          threads,
          isNew -> {
            fetched[0] += isNew ? 1 : 0;
            bar.step(1);
          });
    }
  }

  private Path path(String relative) {
    return directory.log().resolve(relative);
  }
}
