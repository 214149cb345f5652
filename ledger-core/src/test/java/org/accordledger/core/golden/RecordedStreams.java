package org.accordledger.core.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.codec.LedgerJson;
import tools.jackson.databind.JsonNode;

/**
 * The recorded streams, as a log holds them, one event a line. They are found on the class path, in
 * a directory or a jar, so that the tests of the other modules read them too.
 */
public final class RecordedStreams {
  private static final String DIRECTORY = "golden/streams";
  private static final String ENDING = ".ndjson";
  private static final EventCodec CODEC = new EventCodec();

  private RecordedStreams() {}

  /** What there is, in order. */
  public static List<String> names() {
    try {
      Path root =
          Path.of(
              RecordedStreams.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(root)) {
        return names(root.resolve(DIRECTORY));
      }
      try (FileSystem jar = FileSystems.newFileSystem(root)) {
        return names(jar.getPath(DIRECTORY));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  /** The lines of a recorded stream, as they were recorded. */
  public static List<String> lines(String name) {
    String resource = "/" + DIRECTORY + "/" + name + ENDING;
    try (InputStream in = RecordedStreams.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The events of a recorded stream, by position from 0. */
  public static List<Recorded<LedgerEvent>> log(String name) {
    return lines(name).stream().map(RecordedStreams::recorded).toList();
  }

  private static Recorded<LedgerEvent> recorded(String line) {
    JsonNode node = LedgerJson.mapper().readTree(line);
    return new Recorded<>(
        node.get("position").asLong(),
        Instant.parse(node.get("recorded_at").asString()),
        node.get("stream").asString(),
        node.get("version").asLong(),
        CODEC.decode(
            node.get("type").asString(),
            LedgerJson.mapper().writeValueAsBytes(node.get("payload"))));
  }
}
