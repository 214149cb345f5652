package org.accordledger.audit.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.HashTile;
import org.accordledger.log.tile.TileAddress;
import org.accordledger.log.tile.TreeHasher;

/** Writes a log's files as its publisher does, into {@code DIR/log}, and payloads beside it. */
public final class PublishedLog {
  private final Path directory;
  private final SignerKey key;
  private final String origin;
  private final TreeHasher hasher = TreeHasher.empty();
  private final List<byte[]> bundle = new ArrayList<>();

  public PublishedLog(Path directory, SignerKey key) {
    this.directory = directory;
    this.key = key;
    this.origin = key.verifier().name();
  }

  /** A key for sample logs. */
  public static SignerKey newKey() {
    return SignerKey.generate(SampleEvents.ORIGIN, SignatureType.NOTE);
  }

  /** Publishes entries and their payloads in one go. */
  public static PublishedLog of(Path directory, SignerKey key, List<Entry> entries) {
    PublishedLog log = new PublishedLog(directory, key);
    entries.forEach(entry -> log.append(entry.leaf().bytes()));
    log.publish();
    payloads(directory, entries);
    return log;
  }

  /** Writes the payload chunks. */
  public static void payloads(Path directory, List<Entry> entries) {
    for (int first = 0; first < entries.size(); first += PayloadFiles.CHUNK) {
      StringBuilder lines = new StringBuilder();
      for (int i = first; i < Math.min(entries.size(), first + PayloadFiles.CHUNK); i++) {
        lines.append(entries.get(i).line(i)).append('\n');
      }
      write(
          PayloadFiles.chunk(directory.resolve("payloads"), first),
          lines.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Takes the next leaf. */
  public void append(byte[] leaf) {
    hasher.append(leaf).forEach(this::write);
    bundle.add(leaf);
    if (bundle.size() == TileAddress.FULL) {
      writeBundle();
      bundle.clear();
    }
  }

  /** Writes what a checkpoint of the entries so far needs, and the checkpoint. */
  public Checkpoint publish() {
    hasher.partialTiles().forEach(this::write);
    if (!bundle.isEmpty()) {
      writeBundle();
    }
    Checkpoint checkpoint = Checkpoint.of(origin, hasher.size(), hasher.root());
    write(directory.resolve("log/checkpoint"), checkpoint.sign(key).bytes());
    write(
        directory.resolve("log/" + origin.replace('/', '_') + ".vkey"),
        (key.verifier().encoded() + "\n").getBytes(StandardCharsets.UTF_8));
    return checkpoint;
  }

  private void writeBundle() {
    long index = (hasher.size() - 1) / TileAddress.FULL;
    BundleAddress address = new BundleAddress(index, bundle.size());
    write(
        directory.resolve("log").resolve(address.path()), EntryBundle.of(address, bundle).bytes());
  }

  private void write(HashTile tile) {
    write(directory.resolve("log").resolve(tile.address().path()), tile.bytes());
  }

  /** Writes a file and the directories it needs. */
  public static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
