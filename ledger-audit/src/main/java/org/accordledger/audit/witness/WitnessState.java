package org.accordledger.audit.witness;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.accordledger.audit.files.DurableFile;
import org.accordledger.audit.files.LogDirectory;
import org.accordledger.log.note.SignedNote;

/**
 * What a witness must never forget: for each log the checkpoint it cosigned last, and those that
 * contradict it. One file each, forced to the disk before anybody is answered.
 */
final class WitnessState {
  private final Path directory;

  WitnessState(Path directory) {
    this.directory = directory;
  }

  Optional<SignedNote> last(String origin) {
    Path file = file(origin);
    return Files.exists(file) ? Optional.of(LogDirectory.note(file)) : Optional.empty();
  }

  void cosigned(String origin, SignedNote note) {
    DurableFile.write(file(origin), note.bytes());
  }

  /** Keeps two checkpoints of one size and different roots: the log has signed both. */
  void evidence(String origin, SignedNote last, SignedNote refused) {
    // by what is signed: lines added to a note do not fill the disk
    Path kept =
        directory
            .resolve("evidence")
            .resolve(name(origin))
            .resolve(name(last.unverifiedText() + refused.unverifiedText()));
    DurableFile.write(kept.resolve("cosigned"), last.bytes());
    DurableFile.write(kept.resolve("refused"), refused.bytes());
  }

  private Path file(String origin) {
    return directory.resolve("logs").resolve(name(origin) + ".checkpoint");
  }

  private static String name(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
