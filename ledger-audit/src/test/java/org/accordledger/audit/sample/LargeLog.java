package org.accordledger.audit.sample;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogHash;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignerKey;

/**
 * Writes a log of any size for measuring: the accords of a random log once, then its cases again
 * and again under other names. Run with the directory and the number of entries.
 */
public final class LargeLog {
  private static final int BASE = 5_000;
  // so long that leaves have about the 400 bytes they have in a large ledger
  private static final String ORIGIN = "ledger.example/" + "a-log-to-measure/".repeat(6) + "1";

  private final Random random = new Random(1);
  private final PublishedLog log;
  private final Path payloads;
  private Instant last = Instant.EPOCH;

  private LargeLog(Path directory) {
    SignerKey key = SignerKey.generate(ORIGIN, SignatureType.NOTE);
    PublishedLog.write(directory.resolve("key"), key.encoded().getBytes(StandardCharsets.UTF_8));
    log = new PublishedLog(directory, key);
    payloads = directory.resolve("payloads");
  }

  /** Writes the log. */
  public static void main(String[] arguments) {
    new LargeLog(Path.of(arguments[0])).write(Integer.parseInt(arguments[1]));
  }

  private void write(int count) {
    List<Entry> base = SampleEvents.of(1, BASE);
    StringBuilder chunk = new StringBuilder();
    int position = 0;
    for (int round = 0; position < count; round++) {
      for (Entry entry : base) {
        boolean accord = entry.leaf().streamId().startsWith("accord-");
        if (position < count && (round == 0 || !accord)) {
          Entry next = renamed(entry, round);
          log.append(next.leaf().bytes());
          chunk.append(next.line(position)).append('\n');
          position++;
          if (position % PayloadFiles.CHUNK == 0 || position == count) {
            long first = (position - 1) / PayloadFiles.CHUNK * (long) PayloadFiles.CHUNK;
            PublishedLog.write(
                PayloadFiles.chunk(payloads, first),
                chunk.toString().getBytes(StandardCharsets.UTF_8));
            chunk.setLength(0);
          }
        }
      }
    }
    log.publish();
  }

  private Entry renamed(Entry entry, int round) {
    String name = "case-$1-in-round-" + round;
    String payload =
        new String(entry.payload(), StandardCharsets.UTF_8).replaceAll("case-([0-9]+)", name);
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    byte[] salt = new byte[LogHash.SALT_BYTES];
    random.nextBytes(salt);
    Instant time = entry.leaf().recordedAt();
    last = time.isAfter(last) ? time : last;
    Leaf leaf =
        new Leaf(
            ORIGIN,
            SampleEvents.id(last.toEpochMilli(), random),
            entry.leaf().type(),
            entry.leaf().streamId().replaceAll("case-([0-9]+)", name),
            entry.leaf().streamVersion(),
            last,
            LogHash.commitment(salt, bytes));
    return new Entry(leaf, bytes, salt);
  }
}
