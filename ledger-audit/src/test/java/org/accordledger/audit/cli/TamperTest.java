package org.accordledger.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.sample.Entry;
import org.accordledger.audit.sample.PublishedLog;
import org.accordledger.audit.sample.SampleEvents;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.tile.BundleAddress;
import org.accordledger.log.tile.EntryBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What someone with the files can do to a log of 1,000 entries, and that it is named. */
class TamperTest {
  private static final int SIZE = 1000;
  private static final byte[] OTHER = "{}".getBytes(StandardCharsets.UTF_8);
  private static final List<Entry> ENTRIES = SampleEvents.of(11, SIZE);

  @TempDir private Path directory;

  private final SignerKey key = PublishedLog.newKey();

  private String attack = "";

  @BeforeEach
  void publish(TestInfo test) {
    attack = test.getTestMethod().orElseThrow().getName().replace('_', ' ');
    PublishedLog.of(directory, key, ENTRIES);
  }

  @Test
  void one_bit_in_every_tile_and_bundle() throws IOException {
    Random random = new Random(5);
    List<Path> files;
    try (Stream<Path> found = Files.walk(directory.resolve("log/tile"))) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).hasSize(9);
    for (Path file : files) {
      byte[] right = Files.readAllBytes(file);
      int at = random.nextInt(right.length);
      byte[] wrong = right.clone();
      wrong[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, wrong);
      long position = position(directory.resolve("log").relativize(file).toString(), at, right);

      assertRefused("position " + position + " is wrong");

      Files.write(file, right);
    }
    assertThat(verify().exit()).isZero();
  }

  /** The first entry that the byte belongs to. */
  private static long position(String file, int at, byte[] bytes) {
    if (file.startsWith("tile/0/")) {
      return 256L * Integer.parseInt(file.substring(7, 10)) + at / 32;
    }
    if (file.startsWith("tile/1/")) {
      return 256L * (at / 32);
    }
    long position =
        256L * Integer.parseInt(file.substring("tile/entries/".length()).substring(0, 3));
    for (int from = 0; ; position++) {
      from += 2 + (Byte.toUnsignedInt(bytes[from]) << 8 | Byte.toUnsignedInt(bytes[from + 1]));
      if (at < from) {
        return position;
      }
    }
  }

  @Test
  void an_edited_entry() {
    entries(list -> list.set(517, list.get(517).saying(OTHER)), false);

    assertRefused("position 517 is wrong: the entry is not the one that was signed");
  }

  @Test
  void an_edited_entry_with_its_tile_changed_along() {
    Entry other = ENTRIES.get(300).saying(OTHER);
    Path elsewhere = directory.resolve("elsewhere");
    List<Entry> changed = new ArrayList<>(ENTRIES);
    changed.set(300, other);
    PublishedLog.of(elsewhere, key, changed);
    copy(elsewhere, "tile/entries/001");
    copy(elsewhere, "tile/0/001");

    assertRefused(
        "position 256 is wrong: the entries 256 to 511 are not all the ones that were signed");
  }

  @Test
  void a_whole_history_rewritten_under_the_old_checkpoint() throws IOException {
    byte[] checkpoint = Files.readAllBytes(directory.resolve("log/checkpoint"));
    entries(list -> list.set(300, list.get(300).saying(OTHER)), true);
    Files.write(directory.resolve("log/checkpoint"), checkpoint);

    assertRefused("the entries do not give the signed root");
  }

  @Test
  void the_same_for_a_reader_who_has_verified_it_before() throws IOException {
    verify();
    byte[] checkpoint = Files.readAllBytes(directory.resolve("log/checkpoint"));
    entries(list -> list.set(300, list.get(300).saying(OTHER)), true);
    Files.write(directory.resolve("log/checkpoint"), checkpoint);

    assertRefused("position 300 is wrong: it was another entry last time");
  }

  @Test
  void partial_files_of_earlier_checkpoints() throws IOException {
    Path earlier = directory.resolve("earlier");
    PublishedLog.of(earlier, key, ENTRIES.subList(0, 990));
    for (String file : List.of("tile/0/003.p/222", "tile/entries/003.p/222")) {
      copy(earlier, file);
      assertThat(verify().exit()).isZero();
      Path path = directory.resolve("log").resolve(file);
      byte[] wrong = Files.readAllBytes(path);
      wrong[32 * 7 + 1] ^= 4;
      Files.write(path, wrong);
      assertRefused(file + ", of an earlier checkpoint, has something else there");
      Files.delete(path);
    }
  }

  @Test
  void a_changed_time() {
    entries(
        list -> list.set(44, list.get(44).at(list.get(45).leaf().recordedAt().plusSeconds(1))),
        false);

    assertRefused("position 44 is wrong");
  }

  @Test
  void the_first_the_middle_and_the_last_entry_deleted() {
    for (int gone : new int[] {0, 500, SIZE - 1}) {
      entries(list -> list.remove(gone), false);

      assertRefused("position " + gone + " is wrong");
    }
  }

  @Test
  void two_entries_swapped() {
    entries(list -> Collections.swap(list, 12, 800), false);

    assertRefused("position 12 is wrong");
  }

  @Test
  void files_cut_off_or_gone() throws IOException {
    Path bundle = directory.resolve("log/tile/entries/002");
    byte[] right = Files.readAllBytes(bundle);
    Files.write(bundle, Arrays.copyOf(right, right.length - 5));
    assertRefused("position 767 is wrong");
    Files.delete(bundle);
    assertRefused("position 512 is wrong");
    Files.write(bundle, right);
    Files.delete(directory.resolve("log/tile/0/001"));
    assertRefused("position 256 is wrong");
  }

  @Test
  void a_payload_a_salt_a_line_and_a_position() throws IOException {
    Path chunk = PayloadFiles.chunk(directory.resolve("payloads"), 0);
    List<String> lines = Files.readAllLines(chunk);
    lines(chunk, lines, 77, lines.get(77).replace("\\\"filed\\\"", "\\\"Filed\\\""));
    assertRefused("position 77 is wrong: its payload or salt");
    lines(chunk, lines, 78, lines.get(78).replaceAll("\"salt\":\".{4}", "\"salt\":\"AAAA"));
    assertRefused("position 78 is wrong: its payload or salt");
    lines(chunk, lines, 79, lines.get(80));
    assertRefused("position 79 is wrong: the payload of position 80 stands here");
    lines(chunk, lines, 80, "nonsense");
    assertRefused("position 80 is wrong: not a line of payloads");
  }

  private static void lines(Path chunk, List<String> lines, int at, String line)
      throws IOException {
    List<String> changed = new ArrayList<>(lines);
    changed.set(at, line);
    Files.writeString(chunk, String.join("\n", changed) + "\n");
  }

  @Test
  void an_older_copy_of_the_directory() {
    verify();
    PublishedLog.of(directory, key, ENTRIES.subList(0, 900));

    assertRefused("position 900 is wrong: it and all after it are missing");
  }

  @Test
  void a_rewritten_history_signed_anew_with_the_real_key() {
    verify();
    entries(list -> list.set(123, list.get(123).saying(OTHER)), true);

    assertRefused("position 123 is wrong: it is not the entry that stood here");
  }

  @Test
  void a_rewritten_and_longer_history_signed_anew() {
    verify();
    List<Entry> more = new ArrayList<>(SampleEvents.of(11, SIZE + 300));
    more.remove(999);
    PublishedLog.of(directory, key, withoutGaps(more));

    assertRefused("position 999 is wrong: it is not the entry that stood here");
  }

  @Test
  void two_histories_for_two_readers() throws IOException {
    Path other = directory.resolve("other");
    List<Entry> changed = new ArrayList<>(ENTRIES);
    changed.set(999, changed.get(999).saying(OTHER));
    PublishedLog.of(other, key, changed);
    assertThat(verify().exit()).isZero();
    Path shown = directory.resolve("shown-to-the-other");
    Files.copy(other.resolve("log/checkpoint"), shown);

    Run run = Run.of("verify", directory, "--key", key.verifier(), "--seen", shown);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("the log signed two histories").contains("keep them");
  }

  @Test
  void leaves_the_log_signed_although_it_must_not() {
    entries(
        list -> list.set(20, list.get(20).at(list.get(19).leaf().recordedAt().minusSeconds(1))),
        true);
    assertRefused("position 20 is wrong: its time");
    entries(list -> list.remove(firstThatIsFollowed(list, 500)), true);
    assertRefused("it has version");
    entries(list -> list.add(500, list.get(499)), true);
    assertRefused("position 500 is wrong: it has version");
  }

  /** What nothing follows in its stream could have been left out before it was signed, unseen. */
  private static int firstThatIsFollowed(List<Entry> entries, int from) {
    return IntStream.range(from, entries.size())
        .filter(
            position ->
                entries.subList(position + 1, entries.size()).stream()
                    .map(later -> later.leaf().streamId())
                    .anyMatch(entries.get(position).leaf().streamId()::equals))
        .findFirst()
        .orElseThrow();
  }

  /** Leaves out what no longer follows in its stream. */
  private static List<Entry> withoutGaps(List<Entry> entries) {
    List<Entry> left = new ArrayList<>();
    Map<String, Long> next = new HashMap<>();
    for (Entry entry : entries) {
      if (next.getOrDefault(entry.leaf().streamId(), 0L) == entry.leaf().streamVersion()) {
        next.merge(entry.leaf().streamId(), 1L, Long::sum);
        left.add(entry);
      }
    }
    return left;
  }

  /** Puts changed entries into the bundles; tiles, root and signature too if asked to. */
  private void entries(Consumer<List<Entry>> change, boolean all) {
    List<Entry> changed = new ArrayList<>(ENTRIES);
    change.accept(changed);
    if (all) {
      PublishedLog.of(directory, key, changed);
      return;
    }
    for (int first = 0; first < SIZE; first += 256) {
      int width = Math.min(256, SIZE - first);
      List<byte[]> leaves =
          changed
              .subList(Math.min(first, changed.size()), Math.min(first + width, changed.size()))
              .stream()
              .map(entry -> entry.leaf().bytes())
              .toList();
      BundleAddress address = new BundleAddress(first / 256, width);
      PublishedLog.write(
          directory.resolve("log").resolve(address.path()),
          EntryBundle.of(new BundleAddress(first / 256, leaves.size()), leaves).bytes());
    }
  }

  private void copy(Path from, String file) {
    try {
      PublishedLog.write(
          directory.resolve("log").resolve(file),
          Files.readAllBytes(from.resolve("log").resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Run verify() {
    return Run.of("verify", directory, "--key", key.verifier());
  }

  private void assertRefused(String why) {
    Run run = verify();
    assertThat(run.err()).contains(why).doesNotContain("\tat ", "unexpected");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).doesNotContain("verified:");
    System.out.printf("| %s | %s |%n", attack, run.err().strip().replace(directory + "/", ""));
  }
}
