package org.accordledger.audit.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.accordledger.audit.AuditProblem;
import org.jspecify.annotations.Nullable;

/**
 * The payload chunks of an audit directory, read once from the first position to the last. A
 * position of which no chunk has a line has no payload here; that is no fault.
 */
public final class PayloadFiles implements AutoCloseable {
  /** Most lines of one chunk. */
  public static final int CHUNK = 10_000;

  // of the entries of one bundle; usual ones have a thousandth of it
  private static final long MAX_LINES = 160L << 20;

  private static final String SUFFIX = ".ndjson";

  private final NavigableMap<Long, Path> chunks;
  private @Nullable LineReader open;
  private long next;

  private PayloadFiles(NavigableMap<Long, Path> chunks) {
    this.chunks = chunks;
  }

  /** The chunks in a directory, perhaps none. */
  public static PayloadFiles in(Path directory) {
    return new PayloadFiles(chunks(directory));
  }

  /** No payloads at all. */
  public static PayloadFiles none() {
    return new PayloadFiles(new TreeMap<>());
  }

  /** The file of the chunk that begins at {@code first}. */
  public static Path chunk(Path directory, long first) {
    return directory.resolve("%012d".formatted(first) + SUFFIX);
  }

  /** All chunks by their first position. */
  public static NavigableMap<Long, Path> chunks(Path directory) {
    NavigableMap<Long, Path> found = new TreeMap<>();
    if (!Files.isDirectory(directory)) {
      return found;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!name.matches("[0-9]{12,18}\\.ndjson")) {
          throw new AuditProblem(file + " is not named by its first position; move it away");
        }
        found.put(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())), file);
      }
    } catch (IOException e) {
      throw new AuditProblem(directory + " cannot be read: " + e.getMessage(), e);
    }
    return found;
  }

  /**
   * The line of a position; positions are asked for in order, each once.
   *
   * @return without its newline; null if no chunk has one
   * @throws AuditProblem when the chunks overlap or a line is cut off or too long
   */
  public byte @Nullable [] line(long position) {
    while (true) {
      if (open != null && next == position) {
        byte[] line = open.next();
        if (line != null) {
          next++;
          return line;
        }
        close();
      }
      Map.Entry<Long, Path> chunk = open == null ? chunks.firstEntry() : null;
      if (chunk == null || chunk.getKey() > position) {
        return null;
      }
      if (chunk.getKey() < position) {
        throw new AuditProblem(
            "%s begins before position %d, where the chunk before it ends; delete one of them and fetch again"
                .formatted(chunk.getValue(), position));
      }
      open = new LineReader(chunk.getValue());
      next = chunk.getKey();
      chunks.pollFirstEntry();
    }
  }

  /**
   * The lines of so many positions.
   *
   * @return null for each position that no chunk has a line for
   * @throws AuditProblem as {@link #line}, and when they would not fit into memory
   */
  public List<byte @Nullable []> lines(long first, int count) {
    List<byte @Nullable []> lines = new ArrayList<>(count);
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      byte[] line = line(first + i);
      bytes += line == null ? 0 : line.length;
      if (bytes > MAX_LINES) {
        throw new AuditProblem(
            "the payloads from position %d on are longer than the %d bytes that %d may have together"
                .formatted(first, MAX_LINES, count));
      }
      lines.add(line);
    }
    return lines;
  }

  /** About how many bytes lines hold. */
  public static long length(List<byte @Nullable []> lines) {
    return lines.stream().mapToLong(line -> line == null ? 0 : line.length).sum();
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
