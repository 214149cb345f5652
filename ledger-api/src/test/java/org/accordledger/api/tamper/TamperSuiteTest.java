package org.accordledger.api.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.accordledger.api.TestDatabase;
import org.accordledger.api.tamper.Auditor.Said;
import org.accordledger.log.LogHash;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.EntryBundle;
import org.accordledger.log.tile.TileAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * A ledger of more than a thousand entries, attacked by the owner of its database, by somebody with
 * its files, and by its operator with the real key; read by an auditor who remembers.
 */
class TamperSuiteTest {
  private static final String DATABASE = "database superuser";
  private static final String FILES = "somebody with the files";
  private static final String OPERATOR = "operator with the key";
  private static final String STARTS_NOT = "the ledger, which does not start";
  private static final int BUNDLE = 256;

  @TempDir Path directory;
  private final Verdicts verdicts = new Verdicts();
  private int copies;

  @Test
  void every_attack_is_caught_and_the_first_wrong_position_is_named() throws IOException {
    Victim earlier = new Victim(TestDatabase.newDatabase());
    earlier.grow(500);
    Auditor before = new Auditor(directory.resolve("auditor"), earlier.key());
    accepts(earlier, before);
    Victim now = earlier.copy();
    now.grow(600);
    Auditor auditor = before.copy(next());
    accepts(now, auditor);
    assertThat(sizeOf(auditor)).isGreaterThan(1_000);

    inTheDatabase(now, sizeOf(auditor));
    anOldDatabase(earlier, now, sizeOf(before));
    inTheFiles(now);
    inWhatAReaderIsGiven(auditor);
    anOldCopyOfEverything(earlier, auditor, sizeOf(before));
    aHistorySignedAnew(now, auditor);
    twoHistories(earlier, before, sizeOf(before));
    verdicts.requireDocumented();
  }

  private void inTheDatabase(Victim now, long size) {
    edited(now, "payload edited", "payload = payload || '\\x20'");
    edited(now, "leaf edited", "leaf = set_byte(leaf, 100, get_byte(leaf, 100) # 1)");
    edited(now, "salt edited", "salt = set_byte(salt, 0, get_byte(salt, 0) # 1)");
    edited(now, "time edited", "recorded_at = recorded_at - interval '1 microsecond'");
    deleted(now, "first entry deleted", 0);
    deleted(now, "middle entry deleted", 700);
    Victim cut = now.copy();
    cut.asSuperuser("delete from ledger.event where position = " + (size - 1));
    assertThat(cut.refusal().orElseThrow().position()).hasValue(size - 1);
    verdicts.row("last entry deleted", DATABASE, STARTS_NOT, "its position");
    Victim swapped = now.copy();
    swapped.asSuperuser(
        "update ledger.event set position = position + 1000000 where position in (300, 900)",
        "update ledger.event set position = 900 where position = 1000300",
        "update ledger.event set position = 300 where position = 1000900");
    verdicts.refused("two entries swapped (300 and 900)", DATABASE, swapped.refusal(), 300);
    Victim added = now.copy();
    added.asSuperuser(
        ("insert into ledger.event select %d, stream_id, 9000, type, recorded_at, leaf, payload,"
                + " salt, leaf_hash, metadata from ledger.event where position = 700")
            .formatted(size));
    assertThat(added.refusal().orElseThrow().position()).hasValue(size);
    verdicts.row("entry added behind the end", DATABASE, STARTS_NOT, "its position");
    Victim twice = now.copy();
    twice.asSuperuser(
        "delete from ledger.event where position >= 800",
        "update ledger.event set recorded_at = recorded_at + interval '1 s' where position = 77");
    verdicts.refused("time edited at 77, all from 800 on deleted", DATABASE, twice.refusal(), 77);
    Victim empty = now.copy();
    empty.asSuperuser("truncate ledger.event");
    verdicts.refused("all entries truncated", DATABASE, empty.refusal(), 0);
  }

  private void edited(Victim now, String attack, String change) {
    Victim victim = now.copy();
    victim.asSuperuser("update ledger.event set " + change + " where position = 700");
    verdicts.refused(attack, DATABASE, victim.refusal(), 700);
  }

  private void deleted(Victim now, String attack, long position) {
    Victim victim = now.copy();
    victim.asSuperuser("delete from ledger.event where position = " + position);
    verdicts.refused(attack, DATABASE, victim.refusal(), position);
  }

  /** The database as it was, beside the files as they are. */
  private void anOldDatabase(Victim earlier, Victim now, long size) throws IOException {
    Victim victim = earlier.copy();
    FileSystemUtils.deleteRecursively(victim.log());
    TestDatabase.copy(now.log(), victim.log());
    assertThat(victim.refusal().orElseThrow().position()).hasValue(size);
    verdicts.row(
        "old copy of the database restored", DATABASE, STARTS_NOT, "the first one missing");
  }

  private void inTheFiles(Victim now) throws IOException {
    everyBit(now);
    inBundle(now, "entry edited", 300, leaves -> changed(leaves, 300 % BUNDLE));
    inBundle(now, "entry deleted", 300, leaves -> without(leaves, 300 % BUNDLE));
    inBundle(now, "two entries swapped (300 and 310)", 300, TamperSuiteTest::swapped);
    Victim victim = now.copy();
    Path bundle = victim.log().resolve(new BundleAddress(1, BUNDLE).path());
    byte[] bytes = Files.readAllBytes(bundle);
    Files.write(bundle, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    verdicts.caught("file of entries cut off", FILES, "verify", verified(victim), 511);
  }

  /** One bit of every tile and bundle there is, each by itself. */
  private void everyBit(Victim now) throws IOException {
    long seed = System.nanoTime();
    System.out.println("bits flipped with seed " + seed);
    Random random = new Random(seed);
    Victim victim = now.copy();
    List<Path> files;
    try (Stream<Path> all = Files.walk(victim.log().resolve("tile"))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    for (Path file : files) {
      byte[] right = Files.readAllBytes(file);
      byte[] wrong = right.clone();
      int bit = random.nextInt(8 * wrong.length);
      wrong[bit / 8] ^= (byte) (1 << (bit % 8));
      Files.write(file, wrong);
      Said said = verified(victim);
      assertThat(said.content()).as(file + " bit " + bit + ": " + said.text()).isFalse();
      long position = firstUnder(victim.log().relativize(file).toString(), right, bit / 8);
      assertThat(said.text()).as(file + " bit " + bit).contains("position " + position + " ");
      Files.write(file, right);
    }
    assertThat(verified(victim).content()).isTrue();
    verdicts.row(
        "one bit flipped in a tile or bundle, each of them in turn",
        FILES,
        "`audit verify`",
        "the first one under it");
  }

  /** The first entry that a byte of a tile or bundle says anything of. */
  private static long firstUnder(String path, byte[] bytes, int at) {
    if (!path.startsWith("tile/entries/")) {
      TileAddress tile = TileAddress.parse(path);
      long hash = tile.index() * TileAddress.FULL + at / LogHash.BYTES;
      return hash << (TileAddress.HEIGHT * tile.level());
    }
    BundleAddress address = BundleAddress.parse(path);
    EntryBundle bundle = EntryBundle.parse(address, bytes);
    int within = 0;
    for (int end = 0; ; within++) {
      end += Short.BYTES + bundle.leaf(within).length;
      if (at < end) {
        return address.firstPosition() + within;
      }
    }
  }

  private void inBundle(
      Victim now, String attack, long position, UnaryOperator<List<byte[]>> change)
      throws IOException {
    Victim victim = now.copy();
    BundleAddress address = new BundleAddress(position / BUNDLE, BUNDLE);
    Path file = victim.log().resolve(address.path());
    EntryBundle bundle = EntryBundle.parse(address, Files.readAllBytes(file));
    List<byte[]> leaves =
        change.apply(new ArrayList<>(IntStream.range(0, BUNDLE).mapToObj(bundle::leaf).toList()));
    BundleAddress width = new BundleAddress(address.index(), leaves.size());
    Files.write(file, EntryBundle.of(width, leaves).bytes());
    verdicts.caught(attack, FILES, "verify", verified(victim), position);
  }

  private static List<byte[]> changed(List<byte[]> leaves, int index) {
    byte[] leaf = leaves.get(index).clone();
    leaf[100] ^= 1;
    leaves.set(index, leaf);
    return leaves;
  }

  private static List<byte[]> without(List<byte[]> leaves, int index) {
    leaves.remove(index);
    return leaves;
  }

  private static List<byte[]> swapped(List<byte[]> leaves) {
    Collections.swap(leaves, 300 % BUNDLE, 310 % BUNDLE);
    return leaves;
  }

  /** A server that lies about payloads to one reader. */
  private void inWhatAReaderIsGiven(Auditor auditor) {
    given(auditor, "another payload given to a reader", "\\\"filed\\\"", "\\\"filet\\\"");
    given(auditor, "another salt given to a reader", "\"salt\":\"", "\"salt\":\"A");
  }

  private void given(Auditor auditor, String attack, String right, String wrong) {
    Auditor copy = auditor.copy(next());
    Path file = copy.directory().resolve("payloads/000000000000.ndjson");
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file));
      String line = lines.get(42);
      String other = line.replace(right, wrong);
      if (attack.contains("salt")) {
        int end = other.lastIndexOf('"');
        other = other.substring(0, end - 1) + other.substring(end);
      }
      assertThat(other).isNotEqualTo(line);
      lines.set(42, other);
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    verdicts.caught(attack, OPERATOR, "verify", copy.verify(), 42);
  }

  private void anOldCopyOfEverything(Victim earlier, Auditor auditor, long size) {
    Said said = earlier.copy().running(ledger -> auditor.copy(next()).fetch(address(ledger)));
    assertThat(said.content()).as(said.text()).isFalse();
    assertThat(said.text()).contains("has " + size + " entries").contains("goes back");
    verdicts.row(
        "old copy of everything restored", OPERATOR, "`audit fetch`", "the size it went back to");
  }

  private void aHistorySignedAnew(Victim now, Auditor auditor) throws IOException {
    Victim victim = now.copy();
    new Rewriting(victim).of(450);
    Said said = victim.running(ledger -> auditor.copy(next()).fetch(address(ledger)));
    verdicts.caught("history rewritten and signed anew", OPERATOR, "fetch", said, 450);
  }

  private void twoHistories(Victim earlier, Auditor before, long size) {
    Auditor one = before.copy(next());
    Auditor other = before.copy(next());
    for (Auditor reader : List.of(one, other)) {
      Victim history = earlier.copy();
      history.grow(3);
      accepts(history, reader);
    }
    assertThat(sizeOf(one)).isEqualTo(sizeOf(other));
    Said said = one.verifyAgainst(other);
    assertThat(said.content()).as(said.text()).isFalse();
    assertThat(said.text()).contains("position " + size + " ");
    verdicts.row(
        "two histories shown to two readers",
        OPERATOR,
        "`audit verify --seen` with the other's checkpoint",
        "where they part");
  }

  private static void accepts(Victim ledger, Auditor auditor) {
    ledger.running(
        running -> {
          auditor.acceptsAllOf(address(running));
          return running;
        });
  }

  private static String address(org.accordledger.api.TestLedger ledger) {
    return ledger.running().address().toString();
  }

  private static Said verified(Victim victim) {
    return new Auditor(victim.log(), victim.key()).verify();
  }

  private static long sizeOf(Auditor auditor) {
    try {
      return Long.parseLong(
          Files.readAllLines(auditor.directory().resolve("log/checkpoint")).get(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path next() {
    return directory.resolve("copy-" + copies++);
  }
}
