package org.accordledger.audit.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.accordledger.audit.AuditProblem;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TileSource;
import org.accordledger.log.tile.TreeTiles;

/**
 * A log as its files: {@code checkpoint}, {@code tile/...} and {@code keys/}, as they are served.
 * Nothing read here is verified.
 */
public final class LogDirectory implements TileSource {
  /** A bundle of 256 entries of the longest leaves. */
  public static final int MAX_BUNDLE = TileAddress.FULL * (2 + Leaf.MAX_BYTES);

  private final Path root;

  private LogDirectory(Path root) {
    this.root = root;
  }

  /** The log in this very directory, whether anything is there yet or not. */
  public static LogDirectory at(Path root) {
    return new LogDirectory(root);
  }

  /**
   * The log of an audit directory, or a server's own log directory.
   *
   * @throws AuditProblem when neither is there
   */
  public static LogDirectory of(Path directory) {
    for (Path root : List.of(directory.resolve("log"), directory)) {
      if (Files.isRegularFile(root.resolve("checkpoint"))) {
        return new LogDirectory(root);
      }
    }
    throw new AuditProblem(
        "%s holds no log: neither log/checkpoint nor checkpoint is there; fetch one with 'audit fetch %s --from URL'"
            .formatted(directory, directory));
  }

  /** Where the files lie. */
  public Path root() {
    return root;
  }

  /** The signed checkpoint, as it lies there. */
  public SignedNote checkpoint() {
    return note(root.resolve("checkpoint"));
  }

  /**
   * {@inheritDoc}
   *
   * @throws AuditProblem when neither the tile nor the full one in its place is there
   */
  @Override
  public HashTile tile(TileAddress address) {
    Path file = root.resolve(address.path());
    if (!address.full() && !Files.exists(file)) {
      TileAddress full = address.atWidth(TileAddress.FULL);
      Path wide = root.resolve(full.path());
      if (Files.exists(wide)) {
        return read(wide, full).cut(address.width());
      }
    }
    return read(file, address);
  }

  private static HashTile read(Path file, TileAddress address) {
    return HashTile.of(address, BoundedFile.read(file, TileAddress.FULL * LogHash.BYTES));
  }

  /** The entries of a bundle; one that is missing or broken gives those before the break. */
  public Entries entries(BundleAddress address) {
    Path file = root.resolve(address.path());
    Path full = root.resolve(new BundleAddress(address.index(), TileAddress.FULL).path());
    boolean alone = address.width() == TileAddress.FULL || Files.exists(file);
    try {
      return Entries.split(
          BoundedFile.read(alone || !Files.exists(full) ? file : full, MAX_BUNDLE),
          address.width(),
          alone);
    } catch (AuditProblem e) {
      return Entries.none(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The leaf at a position.
   *
   * @param size entries of the log
   * @throws AuditProblem when the log has none there, or its bundle does not
   */
  public byte[] leaf(long position, long size) {
    if (position < 0 || position >= size) {
      throw new AuditProblem(
          "the log in %s has positions 0 to %d, and no %d".formatted(root, size - 1, position));
    }
    TileAddress tile = TreeTiles.at(size, 0, position / TileAddress.FULL);
    Entries entries = entries(new BundleAddress(tile.index(), tile.width()));
    int within = (int) (position % TileAddress.FULL);
    if (within >= entries.count()) {
      throw new AuditProblem(
          "the entry at position " + position + " cannot be read: " + entries.broken());
    }
    return entries.leaf(within);
  }

  /**
   * About how many bytes reading a bundle takes.
   *
   * @return its length, 0 if it is not there under the name of its width
   */
  public long lengthOf(BundleAddress address) {
    try {
      Path file = root.resolve(address.path());
      return Files.exists(file) ? Math.min(Files.size(file), MAX_BUNDLE) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** The notes in which a key hands over to the next, in no order. */
  public List<SignedNote> successions() {
    List<SignedNote> notes = new ArrayList<>();
    for (Path file : list(root.resolve("keys"), "*.succession")) {
      notes.add(note(file));
    }
    return notes;
  }

  /**
   * Reads a signed note without verifying it.
   *
   * @throws AuditProblem when the file is none
   */
  public static SignedNote note(Path file) {
    try {
      return SignedNote.parse(BoundedFile.read(file, SignedNote.MAX_BYTES));
    } catch (LogFormatException e) {
      throw new AuditProblem(file + " is no signed note: " + e.getMessage(), e);
    }
  }

  /** The files that say which key is the current one; one of them in a whole directory. */
  public List<Path> verifierKeys() {
    return list(root, "*.vkey");
  }

  private static List<Path> list(Path directory, String glob) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, glob)) {
        found.forEach(files::add);
      } catch (IOException e) {
        throw new AuditProblem(directory + " cannot be read: " + e.getMessage(), e);
      }
    }
    return files.stream().sorted().toList();
  }
}
