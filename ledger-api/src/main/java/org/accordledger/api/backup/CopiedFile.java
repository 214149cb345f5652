package org.accordledger.api.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file of a backup.
 *
 * @param path within the backup, with slashes
 * @param bytes its length
 * @param sha256 of what was copied, in hexadecimal
 */
record CopiedFile(String path, long bytes, String sha256) {
  /** Copies a file durably and says what was copied; directories on the way are made. */
  static CopiedFile copy(Path from, Path root, String path) throws IOException {
    try (InputStream in = Files.newInputStream(from)) {
      return write(in, root, path);
    }
  }

  /** Writes a stream durably into a new file. */
  static CopiedFile write(InputStream from, Path root, String path) throws IOException {
    Path to = root.resolve(path);
    Files.createDirectories(to.getParent());
    MessageDigest digest = newDigest();
    DigestInputStream in = new DigestInputStream(from, digest);
    try (FileChannel channel =
        FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      long bytes = in.transferTo(out);
      channel.force(true);
      return new CopiedFile(path, bytes, HexFormat.of().formatHex(digest.digest()));
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
