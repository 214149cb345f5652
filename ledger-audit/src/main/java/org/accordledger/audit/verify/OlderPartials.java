package org.accordledger.audit.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.Fault;
import org.accordledger.audit.FirstFault;
import org.accordledger.audit.files.BoundedFile;
import org.accordledger.audit.files.Entries;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeTiles;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the partial files of earlier checkpoints that still lie there: each has to be the
 * beginning of what stands in its place now.
 */
public final class OlderPartials {
  private static final String ENTRIES = "tile/entries/";

  private final LogDirectory log;
  private final long size;

  /**
   * @param log verified
   * @param size entries it has
   */
  public OlderPartials(LogDirectory log, long size) {
    this.log = log;
    this.size = size;
  }

  /** The first position at which one differs; null if none does. */
  public @Nullable Fault fault() {
    Path tiles = log.root().resolve("tile");
    if (!Files.isDirectory(tiles)) {
      return null;
    }
    FirstFault first = new FirstFault();
    try (Stream<Path> files = Files.walk(tiles)) {
      files
          .filter(file -> isPartial(file) && Files.isRegularFile(file))
          .map(file -> log.root().relativize(file).toString().replace('\\', '/'))
          .forEach(path -> first.add(check(path)));
    } catch (IOException e) {
      throw new AuditProblem(tiles + " cannot be read: " + e.getMessage(), e);
    }
    return first.get();
  }

  private static boolean isPartial(Path file) {
    Path parent = file.getParent();
    return parent != null
        && String.valueOf(parent.getFileName()).endsWith(".p")
        && String.valueOf(file.getFileName()).matches("[0-9]{1,3}");
  }

  private @Nullable Fault check(String path) {
    boolean entries = path.startsWith(ENTRIES);
    TileAddress old;
    try {
      old = entries ? BundleAddress.parse(path).tile() : TileAddress.parse(path);
    } catch (LogFormatException e) {
      throw new AuditProblem(
          "%s does not belong in a log (%s): move it away"
              .formatted(log.root().resolve(path), e.getMessage()),
          e);
    }
    long there = (size >> (TileAddress.HEIGHT * old.level())) - old.index() * TileAddress.FULL;
    if (there <= old.width()) {
      // the one in use, which is verified, or one of a later checkpoint
      return null;
    }
    TileAddress now = TreeTiles.at(size, old.level(), old.index());
    try {
      return entries ? bundle(path, old, now) : tile(path, old, now);
    } catch (AuditProblem | LogFormatException e) {
      return new Fault(
          (old.index() * TileAddress.FULL) << (TileAddress.HEIGHT * old.level()),
          "an older file there cannot be used: " + e.getMessage());
    }
  }

  private @Nullable Fault tile(String path, TileAddress old, TileAddress now) {
    byte[] then = read(path, old.width() * LogHash.BYTES);
    byte[] right = log.tile(now).cut(old.width()).bytes();
    int at = Arrays.mismatch(right, then);
    long index = old.index() * TileAddress.FULL + Math.max(0, at) / LogHash.BYTES;
    return at < 0 ? null : wrong(path, index << (TileAddress.HEIGHT * old.level()));
  }

  private @Nullable Fault bundle(String path, TileAddress old, TileAddress now) {
    Entries then = Entries.split(read(path, LogDirectory.MAX_BUNDLE), old.width(), true);
    Entries right = log.entries(new BundleAddress(now.index(), now.width()));
    for (int i = 0; i < old.width(); i++) {
      boolean same =
          i < then.count() && i < right.count() && Arrays.equals(then.leaf(i), right.leaf(i));
      if (!same) {
        return wrong(path, old.index() * TileAddress.FULL + i);
      }
    }
    return then.broken() == null
        ? null
        : wrong(path, old.index() * TileAddress.FULL + old.width() - 1);
  }

  private static Fault wrong(String path, long position) {
    return new Fault(position, path + ", of an earlier checkpoint, has something else there");
  }

  private byte[] read(String path, int most) {
    return BoundedFile.read(log.root().resolve(path), most);
  }
}
