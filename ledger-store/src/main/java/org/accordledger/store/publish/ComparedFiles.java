package org.accordledger.store.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;
import org.accordledger.log.LogHash;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.jspecify.annotations.Nullable;

/**
 * Compares the files of the tree with those in the directory, and notes the first that differs, the
 * ones that are missing, and the full ones that still have partial files beside them. Changes
 * nothing.
 */
final class ComparedFiles implements TreeFiles {
  private final LogDirectory directory;
  private final Set<String> missing = new HashSet<>();
  private final List<String> outgrown = new ArrayList<>();
  private final List<String> wider = new ArrayList<>();
  private @Nullable Difference entry;
  private @Nullable Difference subtree;

  ComparedFiles(LogDirectory directory) {
    this.directory = directory;
  }

  @Override
  public void bundle(EntryBundle bundle) {
    compare(
        bundle.address().path(),
        bundle.address().width(),
        bundle.bytes(),
        (path, file) -> new Difference(path, Differences.position(bundle, file), 1),
        width -> bundleLength(bundle, width));
  }

  private static int bundleLength(EntryBundle bundle, int width) {
    int length = 0;
    for (int i = 0; i < width; i++) {
      length += Short.BYTES + bundle.leaf(i).length;
    }
    return length;
  }

  @Override
  public void tile(HashTile tile) {
    byte[] bytes = tile.bytes();
    long span = 1L << (TileAddress.HEIGHT * tile.address().level());
    compare(
        tile.address().path(),
        tile.address().width(),
        bytes,
        (path, file) -> new Difference(path, Differences.position(tile, file), span),
        width -> width * LogHash.BYTES);
  }

  private void compare(
      String path,
      int width,
      byte[] right,
      BiFunction<String, byte[], Difference> difference,
      IntUnaryOperator length) {
    byte[] file = directory.bytes(path).orElse(null);
    if (file == null) {
      missing.add(path);
    } else if (!Arrays.equals(file, right)) {
      differs(difference.apply(path, file));
    }
    boolean full = width == TileAddress.FULL;
    String place = full ? path : path.substring(0, path.lastIndexOf(LogDirectory.PARTIALS));
    List<Integer> narrower = directory.partialWidths(place);
    for (int each : narrower) {
      String partial = place + LogDirectory.PARTIALS + "/" + each;
      byte[] part = directory.bytes(partial).orElse(null);
      if (each > width) {
        wider.add(partial);
      }
      if (each < width
          && part != null
          && !Arrays.equals(part, Arrays.copyOf(right, length.applyAsInt(each)))) {
        differs(difference.apply(partial, part));
      }
    }
    if (full && !narrower.isEmpty()) {
      outgrown.add(path);
    }
  }

  private void differs(Difference found) {
    if (found.span() == 1) {
      entry = earlier(entry, found);
    } else {
      subtree = earlier(subtree, found);
    }
  }

  private static Difference earlier(@Nullable Difference known, Difference found) {
    boolean first =
        known == null
            || found.position() < known.position()
            || (found.position() == known.position() && found.span() < known.span());
    return first || known == null ? found : known;
  }

  /**
   * Of the files that differ the one that does so at the lowest position; null when none does. A
   * tile of a higher level only tells that something under one of its hashes is different: where an
   * entry there is, that one is named.
   */
  @Nullable LogContradiction first() {
    Difference exact = entry;
    Difference wide = subtree;
    Difference first = exact;
    if (exact == null || (wide != null && wide.position() + wide.span() <= exact.position())) {
      first = wide;
    }
    return first == null ? null : LogContradiction.wrongFile(first.path(), first.position());
  }

  /** A file that is wrong from a position on, by so many entries as one of its hashes covers. */
  private record Difference(String path, long position, long span) {}

  /** Partial files of more entries than were compared. */
  List<String> wider() {
    return wider;
  }

  /** Paths of the files that are not there. */
  Set<String> missing() {
    return missing;
  }

  /** Paths of the full files that still have partial ones beside them. */
  List<String> outgrown() {
    return outgrown;
  }
}
