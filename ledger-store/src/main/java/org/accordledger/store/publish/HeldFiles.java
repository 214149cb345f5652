package org.accordledger.store.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;

/** Keeps files, in their order, until it is known that they are right. */
final class HeldFiles implements TreeFiles {
  private final List<Consumer<TreeFiles>> held = new ArrayList<>();

  @Override
  public void bundle(EntryBundle bundle) {
    held.add(files -> files.bundle(bundle));
  }

  @Override
  public void tile(HashTile tile) {
    held.add(files -> files.tile(tile));
  }

  void release(TreeFiles files) {
    held.forEach(file -> file.accept(files));
  }
}
