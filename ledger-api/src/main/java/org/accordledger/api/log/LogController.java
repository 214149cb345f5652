package org.accordledger.api.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.api.problem.ProblemException;
import org.accordledger.store.publish.LogDirectory;
import org.accordledger.store.publish.LogPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log's public files under {@code /log}, byte for byte as they lie in the data directory
 * (c2sp.org/tlog-tiles). Tiles and bundles never change, so any cache may keep them for ever.
 */
@RestController
class LogController {
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final Pattern GZIP =
      Pattern.compile("(?i)(^|,)\\s*gzip\\s*(,|$|;(?!\\s*q=0(\\.0*)?\\s*(,|$)))");
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  /** As old as a checkpoint may be at its reader: receipts are promised within a quarter second. */
  private static final CacheControl A_MOMENT =
      CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

  private final LogDirectory directory;
  private final LogPublisher publisher;

  LogController(LogDirectory directory, LogPublisher publisher) {
    this.directory = directory;
    this.publisher = publisher;
  }

  @GetMapping("/log/{*file}")
  ResponseEntity<byte[]> one(
      @PathVariable("file") String path,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
    String file = path.replaceFirst("^/", "");
    if (file.equals("checkpoint")) {
      // what was published, whatever somebody has made of the file
      return text(publisher.latest().note().bytes());
    }
    byte[] bytes = bytes(directory.served(file).orElseThrow(() -> missing(file)), file);
    if (!file.startsWith("tile/")) {
      return text(bytes);
    }
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).cacheControl(FOR_EVER);
    // hashes would only get longer
    return file.startsWith("tile/entries/") ? bundle(bytes, encodings, answer) : answer.body(bytes);
  }

  private static ResponseEntity<byte[]> text(byte[] bytes) {
    return ResponseEntity.ok().contentType(TEXT).cacheControl(A_MOMENT).body(bytes);
  }

  private static ResponseEntity<byte[]> bundle(
      byte[] bytes, String encodings, ResponseEntity.BodyBuilder answer) {
    answer.varyBy(HttpHeaders.ACCEPT_ENCODING);
    return GZIP.matcher(encodings).find()
        ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(gzip(bytes))
        : answer.body(bytes);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return out.toByteArray();
  }

  private static byte[] bytes(Path file, String name) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      // a partial file that was taken away just now
      throw missing(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException missing(String file) {
    return Problem.of(
            ProblemCode.NOT_FOUND,
            "The log has no file %s; a partial one may have given way to the full one."
                .formatted(file))
        .toException();
  }
}
