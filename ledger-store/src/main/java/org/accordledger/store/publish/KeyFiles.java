package org.accordledger.store.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.VerifierKey;

/**
 * The directory with the secret keys: {@code inventory}, {@code <id>.skey} for every key that
 * signs, {@code <id>.succession} for every key that followed another. The inventory is what counts:
 * files it does not speak of are left-overs.
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

  /** Destroys the secrets of retired keys, and what an end in the middle of a rotation left. */
  void tidy(KeyInventory inventory) {
    Set<String> ids = inventory.keys().stream().map(LogKey::id).collect(Collectors.toSet());
    Set<String> signing = inventory.signing().map(LogKey::id).collect(Collectors.toSet());
    for (Path file : files()) {
      String name = String.valueOf(file.getFileName());
      boolean stays =
          name.endsWith(SECRET)
              ? signing.contains(name.substring(0, name.length() - SECRET.length()))
              : !name.endsWith(SUCCESSION)
                  || ids.contains(name.substring(0, name.length() - SUCCESSION.length()));
      if (!stays) {
        DurableFiles.delete(file);
      }
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> listed = Files.newDirectoryStream(directory)) {
        listed.forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(directory + " cannot be read: " + e.getMessage(), e);
      }
    }
    return files;
  }
}
