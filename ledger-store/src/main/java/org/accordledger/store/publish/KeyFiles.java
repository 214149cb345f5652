package org.accordledger.store.publish;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.VerifierKey;

/**
 * The directory with the secret keys: {@code inventory}, {@code <id>.skey} for every key that
 * signs, {@code <id>.succession} for every key that followed another. The inventory is what counts:
 * files it does not speak of are not looked at, and not taken away either.
 */
record KeyFiles(Path directory) {
  private static final String INVENTORY = "inventory";
  private static final String SECRET = ".skey";
  private static final String SUCCESSION = ".succession";

  static String hex(VerifierKey key) {
    return HexFormat.of().toHexDigits(key.id());
  }

  KeyInventory readInventory(String origin) {
    Path file = directory.resolve(INVENTORY);
    try {
      return DurableFiles.read(file)
          .map(bytes -> KeyInventory.parse(new String(bytes, StandardCharsets.UTF_8), origin))
          .orElseGet(() -> KeyInventory.empty(origin));
    } catch (LogFormatException e) {
      throw new SigningKeysProblem(
          "%s cannot be used (%s): restore the directory of keys from its backup."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  void writeInventory(KeyInventory inventory) {
    DurableFiles.makeSecretDirectory(directory);
    writeSecret(directory.resolve(INVENTORY), inventory.text());
  }

  SignerKey readSecret(LogKey key) {
    Path file = directory.resolve(key.id() + SECRET);
    byte[] bytes =
        DurableFiles.read(file)
            .orElseThrow(
                () ->
                    new SigningKeysProblem(
                        file + " is missing: restore the directory of keys from its backup."));
    try {
      SignerKey secret = SignerKey.parse(new String(bytes, StandardCharsets.UTF_8).strip());
      if (secret.verifier().equals(key.verifier())) {
        return secret;
      }
    } catch (LogFormatException e) {
      // said below, without a word of the secret
    }
    throw new SigningKeysProblem(
        file + " does not hold its key: restore the directory of keys from its backup.");
  }

  void writeSecret(SignerKey key) {
    DurableFiles.makeSecretDirectory(directory);
    writeSecret(directory.resolve(hex(key.verifier()) + SECRET), key.encoded() + "\n");
  }

  private static void writeSecret(Path file, String text) {
    DurableFiles.writeSecret(file, text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] readSuccession(LogKey successor) {
    Path file = directory.resolve(successor.id() + SUCCESSION);
    return DurableFiles.read(file)
        .orElseThrow(
            () ->
                new SigningKeysProblem(
                    file + " is missing: restore the directory of keys from its backup."));
  }

  void writeSuccession(VerifierKey successor, byte[] note) {
    DurableFiles.writeSecret(directory.resolve(hex(successor) + SUCCESSION), note);
  }

  /**
   * Destroys the secrets of keys that the inventory says are retired. One that it does not speak of
   * stays: the inventory may be older than the key.
   */
  void destroyRetired(KeyInventory inventory) {
    inventory.keys().stream()
        .filter(key -> key.state() == KeyState.RETIRED)
        .forEach(key -> DurableFiles.delete(directory.resolve(key.id() + SECRET)));
  }
}
