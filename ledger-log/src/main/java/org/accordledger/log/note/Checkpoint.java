package org.accordledger.log.note;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogHash;
import org.accordledger.log.LogText;

/** What a log says of itself at one moment: its size and its root (c2sp.org/tlog-checkpoint). */
public final class Checkpoint {
  private final String origin;
  private final long size;
  private final byte[] root;
  private final List<String> extensions;

  private Checkpoint(String origin, long size, byte[] root, List<String> extensions) {
    requireLine(origin);
    extensions.forEach(Checkpoint::requireLine);
    if (size < 0) {
      throw new LogFormatException("a log has 0 entries or more, not " + size);
    }
    if (root.length != LogHash.BYTES) {
      throw new LogFormatException("a root has 32 bytes, not " + root.length);
    }
    this.origin = origin;
    this.size = size;
    this.root = root;
    this.extensions = extensions;
  }

  /**
   * The checkpoint of a tree.
   *
   * @param origin the log's name, one line
   * @param size leaves in the tree
   * @param root 32 bytes
   */
  public static Checkpoint of(String origin, long size, byte[] root) {
    return new Checkpoint(origin, size, root.clone(), List.of());
  }

  /**
   * Reads the text of a note.
   *
   * @throws LogFormatException when it is not three or more lines as the specification says
   */
  public static Checkpoint parse(String body) {
    if (!body.endsWith("\n")) {
      throw new LogFormatException("a checkpoint ends with a newline");
    }
    List<String> lines = List.of(body.substring(0, body.length() - 1).split("\n", -1));
    if (lines.size() < 3) {
      throw new LogFormatException("a checkpoint has an origin, a size and a root");
    }
    return new Checkpoint(
        lines.get(0),
        LogText.decimal(lines.get(1)),
        LogText.hash(lines.get(2)),
        lines.subList(3, lines.size()));
  }

  private static void requireLine(String line) {
    if (line.isEmpty() || line.indexOf('\n') >= 0) {
      throw new LogFormatException("an origin or an extension is one line, not '" + line + "'");
    }
    NoteText.requireNoControls(line);
    LogText.utf8(line);
  }

  /** Signs the checkpoint. It is the caller who never signs two that contradict each other. */
  public SignedNote sign(SignerKey key) {
    return SignedNote.sign(body(), key);
  }

  /** The text that is signed, with its last newline. */
  public String body() {
    StringBuilder body = new StringBuilder(origin).append('\n').append(size).append('\n');
    body.append(LogText.base64(root)).append('\n');
    extensions.forEach(line -> body.append(line).append('\n'));
    return body.toString();
  }

  /** The log's name. */
  public String origin() {
    return origin;
  }

  /** Leaves in the tree. */
  public long size() {
    return size;
  }

  /** Root of the tree, 32 bytes. */
  public byte[] root() {
    return root.clone();
  }

  /** Lines after the third, without meaning here; none in the checkpoints of this ledger. */
  public List<String> extensions() {
    return extensions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint checkpoint
        && origin.equals(checkpoint.origin)
        && size == checkpoint.size
        && Arrays.equals(root, checkpoint.root)
        && extensions.equals(checkpoint.extensions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(origin, size, Arrays.hashCode(root), extensions);
  }

  @Override
  public String toString() {
    return body();
  }
}
