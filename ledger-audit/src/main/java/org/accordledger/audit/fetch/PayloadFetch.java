package org.accordledger.audit.fetch;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.InOrder;
import org.accordledger.audit.Progress;
import org.accordledger.audit.files.DurableFile;
import org.accordledger.audit.files.LineReader;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.files.PayloadLine;
import org.accordledger.log.LogFormatException;

/** Brings payloads here, in chunks that are there whole or not at all. */
final class PayloadFetch {
  /** A chunk that is longer than this on the wire, or unpacked, is refused. */
  private static final long MAX_CHUNK = 1L << 30;

  private final Http http;
  private final Path directory;

  PayloadFetch(Http http, Path directory) {
    this.http = http;
    this.directory = directory;
  }

  /**
   * Fetches what is missing.
   *
   * @param size positions to have afterwards
   * @param progress told of lines
   * @return lines stored
   */
  long fetch(long size, int threads, Progress progress) {
    try {
      Files.createDirectories(directory);
      // what a fetch that was stopped has left behind
      try (DirectoryStream<Path> parts =
          Files.newDirectoryStream(directory, "*" + DurableFile.TEMPORARY)) {
        for (Path part : parts) {
          Files.delete(part);
        }
      }
    } catch (IOException e) {
      throw new AuditProblem(directory + " cannot be made ready: " + e.getMessage(), e);
    }
    long from = stored();
    long chunks = (size - from + PayloadFiles.CHUNK - 1) / PayloadFiles.CHUNK;
    InOrder.run(
        LongStream.range(0, Math.max(0, chunks))
            .map(i -> from + i * PayloadFiles.CHUNK)
            .mapToObj(
                first ->
                    new InOrder.Job<>(
                        0, () -> chunk(first, Math.min(size, first + PayloadFiles.CHUNK))))
            .iterator(),
        threads,
        progress::step);
    return Math.max(0, size - from);
  }

  /** The first position of which no payload is stored yet. */
  long stored() {
    long next = 0;
    for (Map.Entry<Long, Path> chunk : PayloadFiles.chunks(directory).entrySet()) {
      if (chunk.getKey() != next) {
        // chunks behind a hole, as a kill leaves them: they are fetched again with it
        break;
      }
      try (LineReader lines = new LineReader(chunk.getValue())) {
        while (lines.next() != null) {
          next++;
        }
      }
    }
    return next;
  }

  /** One chunk; asks again from where the server stopped when it gives less than was asked for. */
  private long chunk(long first, long end) {
    Path file = PayloadFiles.chunk(directory, first);
    try {
      Path part = DurableFile.temporary(file);
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
          long next = first;
          while (next < end) {
            next = lines(next, end, out);
          }
        }
        DurableFile.force(part);
        DurableFile.place(part, file);
      } finally {
        Files.deleteIfExists(part);
      }
      return end - first;
    } catch (IOException e) {
      throw new AuditProblem(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private long lines(long from, long end, OutputStream out) throws IOException {
    String path = "/payloads?from=" + from + "&limit=" + (end - from);
    Path body = DurableFile.temporary(directory.resolve("body"));
    try {
      Http.Raw raw =
          http.attempts(
              path,
              () -> {
                try (OutputStream sink = Files.newOutputStream(body)) {
                  return http.into(path, sink, MAX_CHUNK);
                }
              });
      if (raw.status() == 404) {
        throw new AuditProblem(
            "the server gives no payloads (" + path + "); leave them out with --no-payloads");
      }
      long next =
          raw.gzip() ? unpack(body, path, from, end, out) : copy(body, path, from, end, out);
      if (next == from) {
        throw new AuditProblem(
            "the server gives no payload of position "
                + from
                + ", which is in the log it has signed");
      }
      return next;
    } finally {
      Files.deleteIfExists(body);
    }
  }

  private long unpack(Path body, String path, long from, long end, OutputStream out)
      throws IOException {
    Path plain = DurableFile.temporary(directory.resolve("plain"));
    try {
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(body), 1 << 16);
          OutputStream sink = Files.newOutputStream(plain)) {
        byte[] buffer = new byte[1 << 16];
        long taken = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          taken += read;
          if (taken > MAX_CHUNK) {
            throw new AuditProblem(path + " unpacks to more than " + MAX_CHUNK + " bytes");
          }
          sink.write(buffer, 0, read);
        }
      } catch (ZipException | EOFException e) {
        throw new AuditProblem(path + " is said to be gzip and is not", e);
      }
      return copy(plain, path, from, end, out);
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  private static long copy(Path body, String path, long from, long end, OutputStream out)
      throws IOException {
    long next = from;
    try (LineReader lines = new LineReader(body)) {
      for (byte[] line = lines.next(); line != null && next < end; line = lines.next()) {
        PayloadLine.parse(line, next);
        out.write(line);
        out.write('\n');
        next++;
      }
    } catch (LogFormatException e) {
      throw new AuditProblem(
          "the server's " + path + " is wrong at position " + next + ": " + e.getMessage(), e);
    }
    return next;
  }
}
