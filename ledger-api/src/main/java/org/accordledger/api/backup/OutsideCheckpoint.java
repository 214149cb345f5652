package org.accordledger.api.backup;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.fetch.Http;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.trust.KeyChain;
import org.accordledger.audit.verify.Seen;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeTiles;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint that was kept elsewhere than the backup: the one thing that can say that a backup is
 * too old. From a file, or from a ledger or mirror that serves the log.
 */
public final class OutsideCheckpoint implements AutoCloseable {
  private static final String FILE = "/checkpoint";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final String where;
  private final SignedNote note;
  private final @Nullable Seen seen;
  private final @Nullable Http served;

  private OutsideCheckpoint(
      String where, SignedNote note, @Nullable Seen seen, @Nullable Http served) {
    this.where = where;
    this.note = note;
    this.seen = seen;
    this.served = served;
  }

  /**
   * Reads it.
   *
   * @param given a file, or the address of a ledger or of its checkpoint
   * @throws AuditProblem when it is neither
   */
  public static OutsideCheckpoint of(String given) {
    if (!given.matches("https?://.*")) {
      Path file = Path.of(given);
      if (!Files.isRegularFile(file)) {
        throw new BackupProblem("there is no checkpoint in " + given);
      }
      return new OutsideCheckpoint(given, LogDirectory.note(file), new Seen(file), null);
    }
    String address = given.replaceAll("/+$", "");
    String base =
        address.endsWith(FILE)
            ? address.substring(0, address.length() - FILE.length())
            : address + "/log";
    Http http = new Http(URI.create(base), null, LIMIT);
    byte[] bytes =
        http.get(FILE, SignedNote.MAX_BYTES)
            .orElseThrow(() -> new BackupProblem("there is no checkpoint at " + base + FILE));
    try {
      return new OutsideCheckpoint(base + FILE, SignedNote.parse(bytes), null, http);
    } catch (LogFormatException e) {
      throw new BackupProblem(base + FILE + " is no signed checkpoint: " + e.getMessage(), e);
    }
  }

  /** Its text, if one of the log's keys signed it. */
  Checkpoint verified(KeyChain keys) {
    return keys.checkpoint(note, where);
  }

  /**
   * The first position at which a log has another entry, where that can be known: from the hashes
   * that an audit keeps beside the file, or from the tiles beside the served one.
   *
   * @param log verified by itself
   * @param entries of it
   * @param size entries of this checkpoint
   */
  OptionalLong firstDifference(LogDirectory log, long entries, long size) {
    long end = Math.min(entries, size);
    if (seen != null) {
      return seen.firstChange(log, entries, end).stream().mapToLong(Long::longValue).findFirst();
    }
    return TreeTiles.bundles(end)
        .map(bundle -> bundle.tile())
        .map(tile -> difference(log.tile(TreeTiles.at(entries, 0, tile.index())), tile, size))
        .flatMapToLong(OptionalLong::stream)
        .findFirst();
  }

  private OptionalLong difference(HashTile own, TileAddress tile, long size) {
    Http http = served;
    if (http == null) {
      return OptionalLong.empty();
    }
    TileAddress address = TreeTiles.at(size, 0, tile.index());
    HashTile theirs =
        HashTile.of(
            address,
            http.get("/" + address.path(), TileAddress.FULL * LogHash.BYTES)
                .orElseThrow(() -> new AuditProblem(where + " has no " + address.path())));
    int width = tile.width();
    OptionalInt at = cut(own, width).firstDifference(cut(theirs, width));
    return at.isPresent()
        ? OptionalLong.of(tile.index() * TileAddress.FULL + at.getAsInt())
        : OptionalLong.empty();
  }

  private static HashTile cut(HashTile tile, int width) {
    return tile.address().width() == width ? tile : tile.cut(width);
  }

  @Override
  public String toString() {
    return where;
  }

  @Override
  public void close() {
    if (served != null) {
      served.close();
    }
  }
}
