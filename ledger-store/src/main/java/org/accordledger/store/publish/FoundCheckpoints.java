package org.accordledger.store.publish;

import java.util.Optional;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.SignedNote;
import org.jspecify.annotations.Nullable;

/** The signed checkpoints that were left behind, verified one by one: in the row, in the file. */
record FoundCheckpoints(@Nullable SignedCheckpoint row, @Nullable SignedCheckpoint file) {
  static final String ROW = "the database";

  static FoundCheckpoints read(byte @Nullable [] row, LogDirectory directory, SigningKeys keys) {
    return new FoundCheckpoints(
        row == null ? null : verified(row, ROW, keys),
        directory.checkpoint().map(bytes -> verifiedFile(bytes, directory, keys)).orElse(null));
  }

  static SignedCheckpoint verifiedFile(byte[] bytes, LogDirectory directory, SigningKeys keys) {
    return verified(bytes, directory.path().resolve("checkpoint").toString(), keys);
  }

  static SignedCheckpoint verified(byte[] bytes, String place, SigningKeys keys) {
    try {
      SignedNote note = SignedNote.parse(bytes);
      return new SignedCheckpoint(keys.verify(note), note);
    } catch (NotProvenException e) {
      throw LogContradiction.somewhere(
          ("The checkpoint in %s is not signed by a key of this log (%s): put the right directory"
                  + " of keys back, or find out who put this checkpoint there.")
              .formatted(place, e.getMessage()));
    } catch (LogFormatException e) {
      throw LogContradiction.somewhere(
          "What is in %s is not a checkpoint (%s): restore it from a copy of the log."
              .formatted(place, e.getMessage()));
    }
  }

  /** The larger one: what the log has committed itself to. */
  Optional<SignedCheckpoint> last() {
    if (row == null || file == null) {
      return Optional.ofNullable(row == null ? file : row);
    }
    return Optional.of(row.size() >= file.size() ? row : file);
  }
}
