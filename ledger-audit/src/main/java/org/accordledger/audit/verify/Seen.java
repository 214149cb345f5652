package org.accordledger.audit.verify;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.DurableFile;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.audit.trust.TrustedKey;
import org.accordledger.log.LogHash;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeTiles;

/**
 * What an auditor remembers of a log from one time to the next: the last verified checkpoint, the
 * key it was signed with, and the hashes of all its entries, so that not only is a changed history
 * refused, but the first change is named. The hashes are 32 bytes for each entry and only grow.
 *
 * @param checkpoint the file of the checkpoint; the other two are named after it
 */
public record Seen(Path checkpoint) {
  private Path keyFile() {
    return checkpoint.resolveSibling(checkpoint.getFileName() + ".vkey");
  }

  private Path hashFile() {
    return checkpoint.resolveSibling(checkpoint.getFileName() + ".leaf-hashes");
  }

  /** The remembered checkpoint, if there is one. */
  public Optional<SignedNote> note() {
    return Files.exists(checkpoint) ? Optional.of(LogDirectory.note(checkpoint)) : Optional.empty();
  }

  /** The key that is remembered with it, if there is one. */
  public Optional<VerifierKey> key() {
    return Files.exists(keyFile()) ? Optional.of(TrustedKey.read(keyFile())) : Optional.empty();
  }

  /** Keeps the key to verify with, before anything was verified. */
  public void trust(VerifierKey key) {
    DurableFile.write(keyFile(), (key.encoded() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The first position at which a log has another entry than was remembered.
   *
   * @param log whose leaf tiles are compared
   * @param logSize entries it has
   * @param size entries to compare, all of which the log has
   * @return empty when no difference is remembered
   */
  public Optional<Long> firstChange(LogDirectory log, long logSize, long size) {
    if (!Files.exists(hashFile())) {
      return Optional.empty();
    }
    try (FileChannel hashes = FileChannel.open(hashFile(), StandardOpenOption.READ)) {
      for (TileAddress address : (Iterable<TileAddress>) leafTiles(logSize)::iterator) {
        byte[] now = log.tile(address).bytes();
        long first = address.index() * TileAddress.FULL;
        byte[] then = read(hashes, first * LogHash.BYTES, now.length);
        int at = Arrays.mismatch(now, 0, then.length, then, 0, then.length);
        long position = first + at / LogHash.BYTES;
        if (at >= 0 && position < size) {
          return Optional.of(position);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new AuditProblem(hashFile() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** As much as there is of it. */
  private static byte[] read(FileChannel channel, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining() && channel.read(rest, from + rest.position()) >= 0) {
      // a read may give less than was asked for
    }
    return Arrays.copyOf(bytes, rest.position());
  }

  private static Stream<TileAddress> leafTiles(long size) {
    return TreeTiles.bundles(size).map(bundle -> bundle.tile());
  }

  /**
   * Remembers a verified log in place of what was remembered before.
   *
   * @param key the one to go on from next time
   * @param size entries of the checkpoint
   * @param before entries of the checkpoint remembered so far, which this one continues
   */
  public void remember(SignedNote note, VerifierKey key, LogDirectory log, long size, long before) {
    try {
      Files.createDirectories(DurableFile.directory(checkpoint));
      long kept = Files.exists(hashFile()) ? Files.size(hashFile()) / LogHash.BYTES : 0;
      // hashes behind the remembered checkpoint are of no log that was verified to the end
      append(log, Math.min(kept, before), size);
    } catch (IOException e) {
      throw new AuditProblem(hashFile() + " cannot be written: " + e.getMessage(), e);
    }
    trust(key);
    DurableFile.write(checkpoint, note.bytes());
  }

  private void append(LogDirectory log, long from, long size) throws IOException {
    try (FileChannel channel =
        FileChannel.open(hashFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(from * LogHash.BYTES);
      channel.position(from * LogHash.BYTES);
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      for (TileAddress address :
          (Iterable<TileAddress>)
              leafTiles(size).dropWhile(a -> (a.index() + 1) * TileAddress.FULL <= from)
                  ::iterator) {
        long first = address.index() * TileAddress.FULL;
        byte[] hashes = log.tile(address).bytes();
        int skip = (int) Math.max(0, from - first) * LogHash.BYTES;
        out.write(hashes, skip, hashes.length - skip);
      }
      out.flush();
      channel.force(true);
    }
  }
}
