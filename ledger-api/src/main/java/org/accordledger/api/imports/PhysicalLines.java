package org.accordledger.api.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 file with their numbers. A line that cannot be decoded or is too long is
 * handed out as such, so that it costs only the row it belongs to; memory stays bounded whatever
 * the file holds.
 */
final class PhysicalLines {
  private static final int MAX_BYTES = 1 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final Deque<Line> returned = new ArrayDeque<>();
  private int next;
  private int end;
  private long number;
  private long bytesRead;

  PhysicalLines(InputStream in) {
    this.in = in;
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param text without its newline; a carriage return before it is kept
   * @param problem why it cannot be read; null if it can
   */
  record Line(long number, String text, @Nullable String problem) {}

  /** Bytes consumed so far, for progress. */
  long bytesRead() {
    return bytesRead;
  }

  /** The next line; null at the end of the file. */
  @Nullable Line read() throws IOException {
    Line again = returned.pollFirst();
    return again != null ? again : readNew();
  }

  /** Gives lines back, to be read again in this order. */
  void giveBack(List<Line> lines) {
    lines.reversed().forEach(returned::addFirst);
  }

  private @Nullable Line readNew() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean any = false;
    boolean tooLong = false;
    while (true) {
      if (next == end && !fill()) {
        return any ? line(line, tooLong) : null;
      }
      any = true;
      int newline = next;
      while (newline < end && buffer[newline] != '\n') {
        newline++;
      }
      tooLong |= line.size() + (newline - next) > MAX_BYTES;
      if (!tooLong) {
        line.write(buffer, next, newline - next);
      }
      boolean complete = newline < end;
      next = complete ? newline + 1 : newline;
      if (complete) {
        return line(line, tooLong);
      }
    }
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(buffer));
    bytesRead += end;
    return end > 0;
  }

  private Line line(ByteArrayOutputStream bytes, boolean tooLong) {
    number++;
    if (tooLong) {
      return new Line(number, "", "the line is longer than 1 MiB");
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      if (number == 1 && text.startsWith("\uFEFF")) {
        text = text.substring(1);
      }
      return text.indexOf('\0') >= 0
          ? new Line(number, "", "the line holds a NUL character")
          : new Line(number, text, null);
    } catch (CharacterCodingException e) {
      return new Line(number, "", "the line is not UTF-8");
    }
  }
}
