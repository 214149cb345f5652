package org.accordledger.audit.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.accordledger.audit.AuditProblem;
import org.jspecify.annotations.Nullable;

/** The lines of a file, each ended by a newline, of any number and of bounded length. */
public final class LineReader implements AutoCloseable {
  /** Longer lines are refused; an event is at most a quarter of that. */
  public static final int MAX_LINE = 4 << 20;

  private final Path file;
  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;

  /** Opens a file. */
  public LineReader(Path file) {
    this.file = file;
    try {
      this.in = Files.newInputStream(file);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The next line without its newline; null at the end.
   *
   * @throws AuditProblem when it is cut off or too long
   */
  public byte @Nullable [] next() {
    int at = from;
    while (true) {
      for (; at < to; at++) {
        if (buffer[at] == '\n') {
          byte[] line = Arrays.copyOfRange(buffer, from, at);
          from = at + 1;
          return line;
        }
      }
      int seen = at - from;
      if (!more()) {
        if (seen > 0) {
          throw new AuditProblem(file + " ends within a line; delete it and fetch again");
        }
        return null;
      }
      at = from + seen;
    }
  }

  /** Reads on behind what is there, in a larger buffer if it is one long line. */
  private boolean more() {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      if (buffer.length >= MAX_LINE) {
        throw new AuditProblem(file + " has a line of more than " + MAX_LINE + " bytes");
      }
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    try {
      int read = in.read(buffer, to, buffer.length - to);
      to += Math.max(0, read);
      return read > 0;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private AuditProblem unreadable(IOException e) {
    return new AuditProblem(file + " cannot be read: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
