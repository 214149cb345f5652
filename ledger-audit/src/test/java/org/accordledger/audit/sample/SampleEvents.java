package org.accordledger.audit.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.codec.EncodedEvent;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.random.RandomCommands;
import org.accordledger.log.Leaf;
import org.accordledger.log.LogHash;

/** Entries of random events that really follow from one another. */
public final class SampleEvents {
  /** The origin of every sample log. */
  public static final String ORIGIN = "ledger.example/sample";

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private SampleEvents() {}

  /** Exactly so many entries; the same seed gives the same. */
  public static List<Entry> of(long seed, int count) {
    Random random = new Random(seed);
    EventCodec codec = new EventCodec();
    List<Entry> entries = new ArrayList<>();
    for (Recorded<LedgerEvent> recorded : log(seed, count)) {
      EncodedEvent encoded = codec.encode(recorded.event());
      entries.add(entry(recorded, encoded, random));
    }
    return entries;
  }

  /** The events of {@link #of}. */
  public static List<Recorded<LedgerEvent>> log(long seed, int count) {
    List<Recorded<LedgerEvent>> log = List.of();
    for (int commands = count + 100; log.size() < count; commands += count / 2 + 100) {
      log = RandomCommands.log(seed, commands);
    }
    return log.subList(0, count);
  }

  private static Entry entry(Recorded<LedgerEvent> recorded, EncodedEvent encoded, Random random) {
    byte[] salt = new byte[LogHash.SALT_BYTES];
    random.nextBytes(salt);
    Leaf leaf =
        new Leaf(
            ORIGIN,
            id(recorded.recordedAt().toEpochMilli(), random),
            encoded.type(),
            recorded.streamId(),
            recorded.streamVersion(),
            recorded.recordedAt(),
            LogHash.commitment(salt, encoded.payload()));
    return new Entry(leaf, encoded.payload(), salt);
  }

  /** A UUID of version 7. */
  public static UUID id(long millis, Random random) {
    return new UUID(
        (millis << 16) | VERSION_7 | random.nextInt(0x1000), VARIANT | (random.nextLong() >>> 2));
  }
}
