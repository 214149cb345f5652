package org.accordledger.store.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TileSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published log as files, byte for byte as they are served. Tiles and bundles never change once
 * they are written; the checkpoint is replaced. Any number of threads may read while one writes.
 *
 * <p>Every method throws {@link UncheckedIOException} when the disk fails.
 */
public final class LogDirectory implements TileSource {
  private static final Logger log = LoggerFactory.getLogger(LogDirectory.class);
  private static final String CHECKPOINT = "checkpoint";
  private static final Pattern KEY_FILE =
      Pattern.compile("keys/[0-9a-f]{8}\\.(vkey|succession)|[A-Za-z0-9._-]{1,255}\\.vkey");
  static final String PARTIALS = ".p";
  private static final Pattern WIDTH = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^A-Za-z0-9.-]");

  private final Path path;

  private LogDirectory(Path path) {
    this.path = path;
  }

  /** Makes the directory if it is missing, and takes away what a sudden end left half-written. */
  public static LogDirectory open(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    DurableFiles.makeDirectory(absolute);
    DurableFiles.deleteUnfinished(absolute);
    return new LogDirectory(absolute);
  }

  /** Of the places that are looked into, the first that is a link and therefore not served. */
  Optional<Path> link() {
    return Stream.of(CHECKPOINT, "tile", "tile/0", "tile/entries", "keys")
        .map(path::resolve)
        .filter(Files::isSymbolicLink)
        .findFirst();
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /**
   * The file to serve at a path relative to the log's prefix, for example {@code tile/0/001}; empty
   * when the log has no such file, whatever else may lie in the directory.
   */
  public Optional<Path> served(String requested) {
    boolean named =
        requested.equals(CHECKPOINT)
            || KEY_FILE.matcher(requested).matches()
            || isTile(requested)
            || isBundle(requested);
    return named ? Optional.of(path.resolve(requested)).filter(this::isItself) : Optional.empty();
  }

  /** Whether it is a file of this directory, and not a link to one that is nobody's business. */
  private boolean isItself(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && file.toRealPath().equals(path.toRealPath().resolve(path.relativize(file)));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isTile(String requested) {
    try {
      TileAddress.parse(requested);
      return true;
    } catch (LogFormatException e) {
      return false;
    }
  }

  private static boolean isBundle(String requested) {
    try {
      BundleAddress.parse(requested);
      return true;
    } catch (LogFormatException e) {
      return false;
    }
  }

  /** The bytes of the served checkpoint; empty before the first. */
  public Optional<byte[]> checkpoint() {
    return DurableFiles.read(path.resolve(CHECKPOINT));
  }

  @Override
  public HashTile tile(TileAddress address) {
    return findTile(address)
        .or(
            () ->
                findTile(address.atWidth(TileAddress.FULL)).map(full -> full.cut(address.width())))
        .orElseThrow(() -> missing(address.path()));
  }

  /** The bundle at this address, of exactly its width. */
  public EntryBundle bundle(BundleAddress address) {
    return findBundle(address).or(() -> cut(address)).orElseThrow(() -> missing(address.path()));
  }

  private Optional<EntryBundle> cut(BundleAddress address) {
    return findBundle(new BundleAddress(address.index(), TileAddress.FULL))
        .map(
            full -> {
              List<byte[]> leaves =
                  Stream.iterate(0, i -> i + 1).limit(address.width()).map(full::leaf).toList();
              return EntryBundle.of(address, leaves);
            });
  }

  private MissingFile missing(String file) {
    return new MissingFile(file, path);
  }

  /** The tile, if there is a file of this very name. */
  Optional<HashTile> findTile(TileAddress address) {
    return DurableFiles.read(path.resolve(address.path()))
        .map(bytes -> HashTile.of(address, bytes));
  }

  /** The bundle, if there is a file of this very name. */
  Optional<EntryBundle> findBundle(BundleAddress address) {
    return DurableFiles.read(path.resolve(address.path()))
        .map(bytes -> EntryBundle.parse(address, bytes));
  }

  /** The bytes of a tile or bundle, which may be anything if somebody has changed them. */
  Optional<byte[]> bytes(String file) {
    return DurableFiles.read(path.resolve(file));
  }

  /**
   * Writes a tile or bundle. A power failure may take it away as a whole: at the next start it is
   * written again from the database, before anything is served.
   */
  void write(String file, byte[] bytes) {
    DurableFiles.writeRenewable(path.resolve(file), bytes);
  }

  /** The widths in which there are partial files beside the place of a full one. */
  List<Integer> partialWidths(String full) {
    Path partials = path.resolve(full + PARTIALS);
    if (!Files.isDirectory(partials)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(partials)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> WIDTH.matcher(name).matches())
          .map(Integer::valueOf)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(partials + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Takes the partial files away whose full one is served. */
  void removePartials(String full) {
    if (!Files.isRegularFile(path.resolve(full))) {
      throw new IllegalStateException(full + " is not there yet, so its partial files stay");
    }
    Path partials = path.resolve(full + PARTIALS);
    try {
      for (int width : partialWidths(full)) {
        Files.deleteIfExists(partials.resolve(Integer.toString(width)));
      }
      Files.deleteIfExists(partials);
    } catch (IOException e) {
      throw new UncheckedIOException(partials + " cannot be removed: " + e.getMessage(), e);
    }
  }

  void writeCheckpoint(SignedNote note) {
    DurableFiles.write(path.resolve(CHECKPOINT), note.bytes());
  }

  /** Writes the file by which a reader takes the log's current key. */
  void writeCurrentKey(VerifierKey key) {
    String name = NOT_IN_A_NAME.matcher(key.name()).replaceAll("_") + ".vkey";
    writeIfOther(name, line(key));
  }

  void writeKey(VerifierKey key) {
    writeIfOther("keys/" + KeyFiles.hex(key) + ".vkey", line(key));
  }

  void writeSuccession(VerifierKey successor, byte[] note) {
    writeIfOther("keys/" + KeyFiles.hex(successor) + ".succession", note);
  }

  private static byte[] line(VerifierKey key) {
    return (key.encoded() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void writeIfOther(String file, byte[] bytes) {
    Optional<byte[]> before = bytes(file);
    if (!before.map(known -> Arrays.equals(known, bytes)).orElse(false)) {
      // what is under keys/ never changes; the current key's own file does, at a rotation
      if (before.isPresent() && file.startsWith("keys/")) {
        log.warn("The file {} was changed, and is written again.", path.resolve(file));
      }
      DurableFiles.write(path.resolve(file), bytes);
    }
  }
}
