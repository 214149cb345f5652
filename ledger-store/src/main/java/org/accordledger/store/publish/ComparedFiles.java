package org.accordledger.store.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
  private @Nullable LogContradiction first;

  ComparedFiles(LogDirectory directory) {
    this.directory = directory;
  }

  @Override
  public void bundle(EntryBundle bundle) {
    compare(
        bundle.address().path(),
        bundle.address().width(),
        bundle.bytes(),
        file -> Differences.position(bundle, file),
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
    int hashLength = bytes.length / tile.address().width();
    compare(
        tile.address().path(),
        tile.address().width(),
        bytes,
        file -> Differences.position(tile, file),
        width -> width * hashLength);
  }

  private void compare(
      String path,
      int width,
      byte[] right,
      Function<byte[], Long> position,
      Function<Integer, Integer> length) {
    byte[] file = directory.bytes(path).orElse(null);
    if (file == null) {
      missing.add(path);
    } else if (!Arrays.equals(file, right)) {
      differs(path, position.apply(file));
    }
    boolean full = width == TileAddress.FULL;
    String place = full ? path : path.substring(0, path.lastIndexOf(LogDirectory.PARTIALS));
    List<Integer> narrower = directory.partialWidths(place);
    for (int each : narrower) {
      String partial = place + LogDirectory.PARTIALS + "/" + each;
      byte[] part = directory.bytes(partial).orElse(null);
      if (each < width
          && part != null
          && !Arrays.equals(part, Arrays.copyOf(right, length.apply(each)))) {
        differs(partial, position.apply(part));
      }
    }
    if (full && !narrower.isEmpty()) {
      outgrown.add(path);
    }
  }

  private void differs(String path, long position) {
    LogContradiction before = first;
    if (before == null || position < before.position().orElse(Long.MAX_VALUE)) {
      first = LogContradiction.wrongFile(path, position);
    }
  }

  /** Of the files that differ the one that does so at the lowest position; null when none does. */
  @Nullable LogContradiction first() {
    return first;
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
