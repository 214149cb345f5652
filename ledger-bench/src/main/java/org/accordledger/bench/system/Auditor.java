package org.accordledger.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.accordledger.log.Leaf;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.TileAddress;

/** The auditor, a process of its own that has the public files alone, and what it has fetched. */
final class Auditor {
  private static final String MAIN = "org.accordledger.audit.cli.Audit";

  private final Path directory;
  private final Path log;

  /**
   * One who has fetched nothing yet.
   *
   * @param directory of what is fetched; not there yet
   * @param log what the auditor says is added to this file
   */
  Auditor(Path directory, Path log) {
    this.directory = directory;
    this.log = log;
  }

  /**
   * Fetches the log of a node, verifies it, and replays it against the scorecards that the node
   * shows.
   *
   * @throws Violation if any of it does not hold
   */
  void require(URI node, Path key, List<Long> positions) {
    String fetched = directory.toString();
    run("fetch", fetched, "--from", node.toString(), "--key", key.toString());
    run("verify", fetched);
    List<String> replay = new ArrayList<>(List.of("replay", fetched, "--compare", node.toString()));
    positions.forEach(position -> replay.addAll(List.of("--as-of", Long.toString(position))));
    run(replay.toArray(String[]::new));
  }

  private void run(String... words) {
    JavaPart audit =
        new JavaPart("audit " + words[0], log, JavaPart.command(MAIN, 384, words), Map.of());
    int code = audit.run();
    if (code != 0) {
      throw new Violation(
          "%s ended with %d: %s".formatted(String.join(" ", words), code, lastWords()));
    }
  }

  private String lastWords() {
    try {
      return String.join(" | ", Files.readAllLines(log).reversed().stream().limit(5).toList());
    } catch (IOException e) {
      return "its output cannot be read: " + e.getMessage();
    }
  }

  /** The first entries of the log, as the fetched files have them. */
  List<Entry> entries(long size) {
    List<Entry> entries = new ArrayList<>();
    while (entries.size() < size) {
      int width = (int) Math.min(TileAddress.FULL, size - entries.size());
      BundleAddress address = new BundleAddress(entries.size() / TileAddress.FULL, width);
      EntryBundle bundle =
          EntryBundle.parse(address, bytes(directory.resolve("log").resolve(address.path())));
      for (int i = 0; i < width; i++) {
        Leaf leaf = Leaf.read(bundle.leaf(i));
        entries.add(new Entry(leaf.id().toString(), leaf.streamId(), leaf.streamVersion()));
      }
    }
    return entries;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
