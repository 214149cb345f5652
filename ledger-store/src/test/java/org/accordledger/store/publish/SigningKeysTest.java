package org.accordledger.store.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.VerifierKey;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
  private static final String ORIGIN = "ledger.example/test";

  @TempDir Path directory;

  @Test
  void aLogHasNoKeyBeforeItBeginsAndThenOneForGood() {
    assertThatExceptionOfType(SigningKeysProblem.class).isThrownBy(() -> open().trustedLog());
    SigningKeys keys = begun();
    assertThat(open().inventory()).isEqualTo(keys.inventory()).hasSize(1);
    assertThat(keys.inventory().getFirst().state()).isEqualTo(KeyState.ACTIVE);
    SignedNote note = keys.sign(checkpoint(0));
    assertThat(open().trustedLog().checkpoint(note)).isEqualTo(checkpoint(0));
  }

  @Test
  void secretsAreForTheOwnerAloneAndNeverAmongThePublicFiles() throws IOException {
    SigningKeys keys = begun();
    serve(keys, 0);
    keys.rotate();
    assertThat(mode(directory.resolve("keys"))).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(directory.resolve("keys"))) {
      assertThat(files).isNotEmpty().allMatch(file -> mode(file).equals("rw-------"));
    }
    try (Stream<Path> files = Files.walk(directory.resolve("log"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("PRIVATE");
      }
    }
  }

  @Test
  void thePublicFilesAreWhereReadersLookForThem() throws IOException {
    SigningKeys keys = begun();
    VerifierKey key = keys.inventory().getFirst().verifier();
    assertThat(Files.readString(directory.resolve("log/ledger.example_test.vkey")))
        .isEqualTo(key.encoded() + "\n");
    String file = "keys/%08x.vkey".formatted(key.id());
    assertThat(Files.readString(directory.resolve("log").resolve(file)))
        .isEqualTo(key.encoded() + "\n");
    LogDirectory log = LogDirectory.open(directory.resolve("log"));
    assertThat(log.served(file)).isPresent();
    assertThat(log.served("ledger.example_test.vkey")).isPresent();
  }

  @Test
  void lostPublicFilesAreWrittenAgain() throws IOException {
    SigningKeys keys = begun();
    serve(keys, 0);
    VerifierKey next = keys.rotate();
    String succession = "log/keys/%08x.succession".formatted(next.id());
    byte[] before = Files.readAllBytes(directory.resolve(succession));
    Files.delete(directory.resolve(succession));
    Files.delete(directory.resolve("log/ledger.example_test.vkey"));
    open().settle();
    assertThat(directory.resolve(succession)).hasBinaryContent(before);
    assertThat(directory.resolve("log/ledger.example_test.vkey")).hasContent(next.encoded() + "\n");
  }

  @Test
  void afterARotationBothKeysSignAndEachSaysSoOfTheOther() throws IOException {
    SigningKeys keys = begun();
    VerifierKey first = keys.inventory().getFirst().verifier();
    serve(keys, 7);
    VerifierKey next = keys.rotate();
    assertThat(keys.inventory())
        .extracting(LogKey::state)
        .containsExactly(KeyState.OVERLAPPING, KeyState.ACTIVE);
    SignedNote note = keys.sign(checkpoint(8));
    assertThat(note.verify(List.of(first))).isEqualTo(note.verify(List.of(next)));
    assertThat(open().sign(checkpoint(8)).bytes()).isEqualTo(note.bytes());
    Path file = directory.resolve("log/keys/%08x.succession".formatted(next.id()));
    SignedNote succession = SignedNote.parse(Files.readAllBytes(file));
    assertThat(succession.verify(List.of(first)))
        .isEqualTo(succession.verify(List.of(next)))
        .isEqualTo(
            "accord-ledger/key-succession/v1\nledger.example/test\n%s\n%s\n7\n"
                .formatted(first.encoded(), next.encoded()));
  }

  @Test
  void aRetiredKeySignsNoMoreAndItsSecretIsGoneButItsPastStaysVerifiable() {
    SigningKeys keys = begun();
    LogKey first = keys.inventory().getFirst();
    SignedNote past = keys.sign(checkpoint(3));
    serve(keys, 3);
    VerifierKey next = keys.rotate();
    serve(keys, 5);
    keys.retire(first.id());
    assertThat(directory.resolve("keys/" + first.id() + ".skey")).doesNotExist();
    for (SigningKeys now : List.of(keys, open())) {
      assertThat(now.inventory().getFirst().state()).isEqualTo(KeyState.RETIRED);
      SignedNote note = now.sign(checkpoint(6));
      assertThat(note.signatures()).hasSize(1);
      assertThat(note.verify(List.of(next))).isEqualTo(checkpoint(6).body());
      assertThat(now.verify(past)).isEqualTo(checkpoint(3));
    }
  }

  @Test
  void whatARetiredKeySignsBeyondItsTimeIsRefused() throws IOException {
    SigningKeys keys = begun();
    LogKey first = keys.inventory().getFirst();
    SignerKey stolen =
        SignerKey.parse(
            Files.readString(directory.resolve("keys/" + first.id() + ".skey")).strip());
    serve(keys, 3);
    keys.rotate();
    serve(keys, 5);
    keys.retire(first.id());
    assertThat(keys.verify(checkpoint(5).sign(stolen))).isEqualTo(checkpoint(5));
    assertThatExceptionOfType(NotProvenException.class)
        .isThrownBy(() -> keys.verify(checkpoint(6).sign(stolen)));
  }

  @Test
  void aKeyIsRetiredOnlyWhenItsSuccessorHasSignedWhatIsServed() {
    SigningKeys keys = begun();
    String first = keys.inventory().getFirst().id();
    serve(keys, 3);
    assertThatExceptionOfType(SigningKeysProblem.class)
        .isThrownBy(() -> keys.retire(first))
        .withMessageContaining("rotate first");
    keys.rotate();
    assertThatExceptionOfType(SigningKeysProblem.class)
        .isThrownBy(() -> keys.retire(first))
        .withMessageContaining("has not signed the served checkpoint yet");
    assertThatExceptionOfType(SigningKeysProblem.class)
        .isThrownBy(() -> keys.rotate())
        .withMessageContaining("retire it before the next rotation");
    String active = keys.inventory().getLast().id();
    assertThatExceptionOfType(SigningKeysProblem.class).isThrownBy(() -> keys.retire(active));
    serve(keys, 4);
    keys.retire(first);
    assertThatExceptionOfType(SigningKeysProblem.class).isThrownBy(() -> keys.retire(first));
  }

  @Test
  void aRotationThatEndedHalfwayNeverWas() throws IOException {
    SigningKeys keys = begun();
    SignerKey halfway = SignerKey.generate(ORIGIN, SignatureType.NOTE);
    KeyFiles files = new KeyFiles(directory.resolve("keys"));
    files.writeSecret(halfway);
    files.writeSuccession(halfway.verifier(), new byte[] {1});
    Files.writeString(directory.resolve("keys/inventory.new"), "half");
    SigningKeys opened = open();
    opened.settle();
    assertThat(opened.inventory()).isEqualTo(keys.inventory());
    assertThat(directory.resolve("keys/inventory.new")).doesNotExist();
    try (Stream<Path> known = Files.list(directory.resolve("log/keys"))) {
      assertThat(known).hasSize(1);
    }
  }

  @Test
  void anInventoryThatIsLostOrOldCostsNoSecret() throws IOException {
    SigningKeys keys = begun();
    Path inventory = directory.resolve("keys/inventory");
    byte[] old = Files.readAllBytes(inventory);
    serve(keys, 3);
    keys.rotate();
    List<Path> before = secrets();
    assertThat(before).hasSize(2);
    String served = Files.readString(directory.resolve("log/ledger.example_test.vkey"));
    Files.write(inventory, old);
    open();
    assertThat(secrets()).isEqualTo(before);
    Files.delete(inventory);
    assertThat(open().inventory()).isEmpty();
    assertThat(secrets()).isEqualTo(before);
    assertThat(directory.resolve("log/ledger.example_test.vkey")).hasContent(served);
  }

  private List<Path> secrets() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("keys"))) {
      return files.filter(file -> file.toString().endsWith(".skey")).sorted().toList();
    }
  }

  @Test
  void keysThatAreNotWholeAreRefusedWithoutAWordOfTheSecret() throws IOException {
    String id = begun().inventory().getFirst().id();
    Path secret = directory.resolve("keys/" + id + ".skey");
    String encoded = Files.readString(secret);
    for (String wrong :
        List.of("", encoded.substring(0, 50), encoded.replace("PRIVATE", "private"))) {
      Files.writeString(secret, wrong);
      requireRefused("does not hold its key").doesNotContain(encoded.substring(40, 60));
    }
    Files.writeString(secret, SignerKey.generate(ORIGIN, SignatureType.NOTE).encoded());
    requireRefused("does not hold its key");
    Files.delete(secret);
    requireRefused("is missing: restore the directory of keys from its backup");
    Files.writeString(directory.resolve("keys/inventory"), "rubbish");
    requireRefused("no inventory of the keys of ledger.example/test");
  }

  private AbstractStringAssert<?> requireRefused(String sentence) {
    SigningKeysProblem problem = catchThrowableOfType(SigningKeysProblem.class, this::open);
    return assertThat(String.valueOf(problem.getMessage())).contains(sentence);
  }

  private SigningKeys open() {
    return SigningKeys.open(
        directory.resolve("keys"), LogDirectory.open(directory.resolve("log")), ORIGIN);
  }

  private SigningKeys begun() {
    SigningKeys keys = open();
    keys.begin();
    return keys;
  }

  private void serve(SigningKeys keys, long size) {
    LogDirectory.open(directory.resolve("log")).writeCheckpoint(keys.sign(checkpoint(size)));
  }

  private static Checkpoint checkpoint(long size) {
    return Checkpoint.of(ORIGIN, size, new byte[32]);
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
