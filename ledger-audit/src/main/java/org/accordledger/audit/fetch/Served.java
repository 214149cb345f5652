package org.accordledger.audit.fetch;

import java.util.Optional;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.Entries;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TileSource;

/** The files of a log as a server serves them; nothing is verified. */
final class Served implements TileSource {
  private static final String PREFIX = "/log/";

  private final Http http;

  Served(Http http) {
    this.http = http;
  }

  Optional<byte[]> file(String path, int most) {
    return http.get(PREFIX + path, most);
  }

  SignedNote checkpoint() {
    return note("checkpoint")
        .orElseThrow(
            () -> new AuditProblem("the server has no log: " + PREFIX + "checkpoint is not there"));
  }

  Optional<SignedNote> succession(int keyId) {
    return note("keys/%08x.succession".formatted(keyId));
  }

  private Optional<SignedNote> note(String path) {
    try {
      return file(path, SignedNote.MAX_BYTES).map(SignedNote::parse);
    } catch (LogFormatException e) {
      throw new AuditProblem(
          "the server's " + PREFIX + path + " is no signed note: " + e.getMessage(), e);
    }
  }

  /** A tile; once it has grown full, that one serves in its place. */
  @Override
  public HashTile tile(TileAddress address) {
    Optional<byte[]> own = file(address.path(), TileAddress.FULL * LogHash.BYTES);
    if (own.isPresent() || address.full()) {
      return HashTile.of(address, own.orElseThrow(() -> missing(address.path())));
    }
    TileAddress full = address.atWidth(TileAddress.FULL);
    return HashTile.of(
            full,
            file(full.path(), TileAddress.FULL * LogHash.BYTES)
                .orElseThrow(() -> missing(address.path())))
        .cut(address.width());
  }

  /** The entries of a bundle; of a full one in place of a partial one the first. */
  Entries entries(BundleAddress address) {
    Optional<byte[]> own = file(address.path(), LogDirectory.MAX_BUNDLE);
    if (own.isPresent() || address.width() == TileAddress.FULL) {
      return Entries.split(own.orElseThrow(() -> missing(address.path())), address.width(), true);
    }
    BundleAddress full = new BundleAddress(address.index(), TileAddress.FULL);
    return Entries.split(
        file(full.path(), LogDirectory.MAX_BUNDLE).orElseThrow(() -> missing(address.path())),
        address.width(),
        false);
  }

  private static AuditProblem missing(String path) {
    return new AuditProblem(
        "the server signs a log of which it does not have " + PREFIX + path + "; ask its operator");
  }
}
