package org.accordledger.store.publish;

import java.util.Arrays;
import java.util.function.Consumer;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;

/** Writes the files of the tree, each once: what is there stays, and has to be the same. */
final class WrittenFiles implements TreeFiles {
  private final LogDirectory directory;
  private final PublishingListener listener;
  private final Consumer<String> full;

  /**
   * Writes into this directory.
   *
   * @param full told the path of every full one that is written
   */
  WrittenFiles(LogDirectory directory, PublishingListener listener, Consumer<String> full) {
    this.directory = directory;
    this.listener = listener;
    this.full = full;
  }

  @Override
  public void bundle(EntryBundle bundle) {
    String path = bundle.address().path();
    byte[] bytes = bundle.bytes();
    byte[] before = directory.bytes(path).orElse(null);
    if (before == null) {
      write(PublishingStep.BUNDLE, path, bytes, bundle.address().width());
    } else if (!Arrays.equals(before, bytes)) {
      throw LogContradiction.wrongFile(path, Differences.position(bundle, before));
    }
  }

  @Override
  public void tile(HashTile tile) {
    String path = tile.address().path();
    byte[] bytes = tile.bytes();
    byte[] before = directory.bytes(path).orElse(null);
    if (before == null) {
      write(PublishingStep.TILE, path, bytes, tile.address().width());
    } else if (!Arrays.equals(before, bytes)) {
      throw LogContradiction.wrongFile(path, Differences.position(tile, before));
    }
  }

  private void write(PublishingStep step, String path, byte[] bytes, int width) {
    listener.before(step, path);
    directory.write(path, bytes);
    listener.after(step, path);
    if (width == TileAddress.FULL) {
      full.accept(path);
    }
  }
}
