package org.accordledger.api.backup;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.accordledger.api.Scenario;
import org.accordledger.api.cli.CommandRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Backups of a running ledger, restored beside it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BackupTest {
  @TempDir private static Path home;
  @TempDir private Path directory;

  private static KeptLedger original;
  private static Scenario scenario;

  /** Of a log that has grown since. */
  private static Path older;

  private static long entriesOfOlder;
  private static Path keys;

  @BeforeAll
  static void backUp() {
    original = new KeptLedger(home.resolve("data"));
    scenario = new Scenario(original.ledger()).inForce();
    original.grow(scenario, 3);
    older = home.resolve("older");
    keys = home.resolve("keys");
    Backup backup = new Backup(original.path(), older);
    entriesOfOlder = backup.take(original.access()).published();
    backup.takeKeys(keys);
    original.grow(scenario, 3);
  }

  @AfterAll
  static void stop() {
    original.close();
  }

  @Test
  void a_backup_taken_while_commands_run_gives_the_same_log_and_goes_on() throws Exception {
    Backup backup = new Backup(original.path(), directory.resolve("backup"));
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Void> filing =
        CompletableFuture.runAsync(
            () -> {
              while (!enough.get()) {
                created(scenario.submit(null));
              }
            });
    long published = backup.take(original.access()).published();
    enough.set(true);
    filing.get();
    original.grow(scenario, 2);
    String checkpoint = original.checkpoint();
    assertThat(backup.add(original.access()).published())
        .isEqualTo(original.ledger().head() + 1)
        .isGreaterThan(published);

    Path restored = directory.resolve("restored");
    Restore.Report report = restore(directory.resolve("backup"), restored, savedAs(checkpoint));

    assertThat(report.entries()).isEqualTo(original.ledger().head() + 1);
    assertThat(report.outside()).isEqualTo(report.entries());
    List<String> lines = checkpoint.lines().toList();
    assertThat(lines.get(1)).isEqualTo(Long.toString(report.entries()));
    assertThat(lines.get(2)).isEqualTo(Base64.getEncoder().encodeToString(report.root()));
    Restore.keys(keys, restored);
    try (KeptLedger again = new KeptLedger(restored)) {
      assertThat(again.ledger().head()).isEqualTo(report.entries() - 1);
      again.grow(new Scenario(again.ledger()).inForce(), 1);
      assertThat(again.checkpoint()).isNotEqualTo(checkpoint);
    }
  }

  @Test
  void an_older_backup_is_refused_by_a_newer_checkpoint_and_nothing_is_put_in_place()
      throws Exception {
    Path target = directory.resolve("restored");
    try (OutsideCheckpoint outside = OutsideCheckpoint.of(original.ledger().address().toString())) {
      assertThatThrownBy(() -> new Restore(older).to(target, null, null, outside))
          .isInstanceOf(BackupProblem.class)
          .hasMessageContaining("the restored database has %d entries".formatted(entriesOfOlder))
          .hasMessageContaining(
              "position %d and all after it are missing".formatted(entriesOfOlder));
    }
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void another_history_is_refused_and_its_first_difference_named() throws Exception {
    Path other = directory.resolve("other");
    new Restore(older).to(other, null, null, null);
    Restore.keys(keys, other);
    Path backup = directory.resolve("backup");
    String signed = original.checkpoint();
    try (KeptLedger forked = new KeptLedger(other)) {
      forked.grow(new Scenario(forked.ledger()).inForce(), 100);
      new Backup(forked.path(), backup).take(forked.access());
    }

    String address = original.ledger().address() + "/log/checkpoint";
    try (OutsideCheckpoint served = OutsideCheckpoint.of(address)) {
      assertThatThrownBy(() -> new Restore(backup).to(directory.resolve("one"), null, null, served))
          .hasMessageContaining("is not the one of the checkpoint")
          .hasMessageContaining("position %d is the first that differs".formatted(entriesOfOlder));
    }
    assertThatThrownBy(() -> restore(backup, directory.resolve("two"), savedAs(signed)))
        .hasMessageContaining("entries differ");
  }

  @Test
  void a_row_that_was_changed_before_the_backup_is_named() {
    Path other = directory.resolve("other");
    new Restore(older).to(other, null, null, null);
    Restore.keys(keys, other);
    Path backup = directory.resolve("backup");
    try (KeptLedger changed = new KeptLedger(other)) {
      changed.sql("alter table ledger.event disable trigger user");
      changed.sql("update ledger.event set payload = payload || ' '::bytea where position = 2");
      changed.sql("alter table ledger.event enable trigger user");
      new Backup(changed.path(), backup).take(changed.access());
    }

    Path target = directory.resolve("restored");
    assertThatThrownBy(() -> new Restore(backup).to(target, null, null, null))
        .hasMessageContaining("the row at position 2 of the restored database");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void the_database_can_be_put_back_to_before_a_mistake() {
    Backup backup = new Backup(original.path(), directory.resolve("backup"));
    original.sql("create table kept as select 42 as answer");
    backup.take(original.access());
    original.grow(scenario, 1);
    Instant before = Instant.parse(original.sql("select to_json(clock_timestamp())#>>'{}'"));
    original.sql("drop table kept");
    backup.add(original.access());

    Path target = directory.resolve("restored");
    Restore restore = new Restore(directory.resolve("backup"));
    assertThatThrownBy(() -> restore.to(target, restore.reaches().plusSeconds(1), null, null))
        .hasMessageContaining("can be restored to times from");
    Restore.Report report = restore.to(target, before, null, null);

    assertThat(report.entries()).isEqualTo(original.ledger().head() + 1);
    Restore.keys(keys, target);
    try (KeptLedger again = new KeptLedger(target)) {
      assertThat(again.sql("select answer::text from kept")).isEqualTo("42");
      assertThat(again.sql("show restore_command")).isEmpty();
      assertThatThrownBy(() -> backup.add(again.access()))
          .hasMessageContaining("take a new backup");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres/base", "wal", "log/tile/entries", "served"})
  void a_damaged_file_is_named(String where) throws Exception {
    Path damaged = directory.resolve("damaged");
    FileSystemUtils.copyRecursively(older, damaged);
    Path file;
    try (Stream<Path> files = Files.walk(damaged.resolve(where))) {
      file =
          files
              .filter(Files::isRegularFile)
              .filter(one -> one.toFile().length() > 0)
              .findFirst()
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertDamaged(damaged, file);
    Files.delete(file);
    assertDamaged(damaged, damaged.relativize(file));
  }

  private void assertDamaged(Path damaged, Path named) {
    Path target = directory.resolve("restored");
    assertThatThrownBy(() -> new Restore(damaged).to(target, null, null, null))
        .hasMessageContaining("the backup is damaged: " + named);
    assertThat(target).isEmptyDirectory();
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("damaged", "restored");
  }

  @Test
  void the_password_in_it_is_its_owner_s_alone_wherever_it_is_moved_to() throws IOException {
    assertThat(Files.getPosixFilePermissions(older.resolve("database-password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_backup_that_was_not_finished_is_none() throws IOException {
    Path half = directory.resolve("half");
    FileSystemUtils.copyRecursively(older, half);
    Files.delete(half.resolve("manifest.json"));

    assertThatThrownBy(() -> new Restore(half)).hasMessageContaining("is no whole backup");
  }

  @Test
  void nothing_is_written_over_and_no_keys_are_put_beside_a_backup() throws IOException {
    Path full = Files.createDirectory(directory.resolve("full"));
    Files.writeString(full.resolve("note"), "mine");
    Backup onto = new Backup(original.path(), full);

    assertThatThrownBy(() -> onto.take(original.access())).hasMessageContaining("is not empty");
    assertThatThrownBy(() -> new Restore(older).to(full, null, null, null))
        .hasMessageContaining("is not empty");
    assertThatThrownBy(() -> new Backup(original.path(), older).takeKeys(older.resolve("keys")))
        .hasMessageContaining("keys do not belong beside a backup");
    assertThatThrownBy(() -> new Backup(original.path(), original.path().resolve("b")))
        .hasMessageContaining("a backup belongs elsewhere");
    assertThat(full.resolve("note")).hasContent("mine");
    try (Stream<Path> files = Files.walk(older)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".secret"));
    }
    assertThat(Files.getPosixFilePermissions(older)).hasSize(3);
  }

  @Test
  void a_backup_that_failed_ends_no_additions_to_the_last_one() throws IOException {
    Path good = directory.resolve("good");
    new Backup(original.path(), good).take(original.access());
    Path password = original.path().resolve("database-password");
    Path away = original.path().resolve("database-password.away");
    Files.move(password, away);
    try {
      assertThatThrownBy(
              () -> new Backup(original.path(), directory.resolve("bad")).take(original.access()))
          .isInstanceOf(BackupProblem.class);
    } finally {
      Files.move(away, password);
    }

    assertThat(new Backup(original.path(), good).add(original.access()).published()).isPositive();
  }

  @Test
  void the_command_line_does_the_same() throws IOException {
    Path backup = directory.resolve("backup");
    String data = original.path().toString();
    Path kept = directory.resolve("kept");
    assertThat(
            CommandRun.of("backup", backup.toString(), "--data", data, "--keys", kept.toString()))
        .isZero();
    assertThat(CommandRun.of("backup", backup.toString(), "--data", data)).isEqualTo(1);
    assertThat(CommandRun.of("backup", backup.toString(), "--data", data, "--add")).isZero();
    Path checkpoint = savedAs(original.checkpoint());
    Path restored = directory.resolve("restored");

    assertThat(
            CommandRun.of(
                "restore",
                backup.toString(),
                "--to",
                restored.toString(),
                "--checkpoint",
                checkpoint.toString(),
                "--key",
                original.path().resolve("log/localhost_ledger.vkey").toString(),
                "--keys",
                kept.toString()))
        .isZero();

    assertThat(restored.resolve("keys")).isNotEmptyDirectory();
    assertThat(restored.resolve("log/checkpoint")).hasContent(original.checkpoint());
    assertThat(CommandRun.of("restore", backup.toString(), "--to", restored.toString()))
        .isEqualTo(1);
  }

  private static Restore.Report restore(Path backup, Path target, Path checkpoint) {
    try (OutsideCheckpoint outside = OutsideCheckpoint.of(checkpoint.toString())) {
      return new Restore(backup).to(target, null, null, outside);
    }
  }

  private Path savedAs(String checkpoint) throws IOException {
    return Files.writeString(directory.resolve("checkpoint"), checkpoint);
  }
}
