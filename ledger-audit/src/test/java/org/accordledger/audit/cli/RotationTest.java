package org.accordledger.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.accordledger.audit.sample.Entry;
import org.accordledger.audit.sample.LogServer;
import org.accordledger.audit.sample.PublishedLog;
import org.accordledger.audit.sample.SampleEvents;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that changed its key twice, to someone who only knows the first one. */
class RotationTest {
  private static final List<Entry> ENTRIES = SampleEvents.of(71, 500);

  @TempDir private Path temporary;

  private final SignerKey first = PublishedLog.newKey();
  private final SignerKey second = PublishedLog.newKey();
  private final SignerKey third = PublishedLog.newKey();

  private void hand(Path directory, SignerKey former, SignerKey later, long from) {
    String text =
        "accord-ledger/key-succession/v1\n%s\n%s\n%s\n%d\n"
            .formatted(SampleEvents.ORIGIN, former.verifier(), later.verifier(), from);
    SignedNote note =
        SignedNote.sign(text, former).with(SignedNote.sign(text, later).signatures().getFirst());
    PublishedLog.write(
        directory.resolve("log/keys/%08x.succession".formatted(later.verifier().id())),
        note.bytes());
  }

  @Test
  void a_log_is_fetched_and_verified_across_rotations() throws Exception {
    Path published = temporary.resolve("published");
    Path audit = temporary.resolve("audit");
    PublishedLog.of(published, first, ENTRIES.subList(0, 300));
    try (LogServer server = new LogServer(published)) {
      Run.of("fetch", audit, "--from", server.address(), "--key", first.verifier());
      assertThat(Run.of("verify", audit).out()).contains("verified: 300 entries");
      PublishedLog.of(published, third, ENTRIES);
      hand(published, first, second, 300);
      hand(published, second, third, 400);

      Run fetched = Run.of("fetch", audit, "--from", server.address());

      assertThat(fetched.err()).isEmpty();
      Run verified = Run.of("verify", audit);
      assertThat(verified.err()).isEmpty();
      assertThat(verified.out()).contains("continues the 300 entries", "verified: 500 entries");
      assertThat(audit.resolve("seen/checkpoint.vkey"))
          .content(StandardCharsets.UTF_8)
          .isEqualTo(third.verifier() + "\n");
      assertThat(Run.of("verify", audit, "--key", first.verifier()).exit()).isZero();
    }
  }

  @Test
  void a_key_that_nobody_handed_over_to_is_refused() throws Exception {
    Path published = temporary.resolve("published");
    PublishedLog.of(published, second, ENTRIES);
    try (LogServer server = new LogServer(published)) {
      Run run =
          Run.of(
              "fetch",
              temporary.resolve("audit"),
              "--from",
              server.address(),
              "--key",
              first.verifier());

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("is not signed by this log");
    }
  }

  @Test
  void a_key_of_no_relation_to_the_remembered_one_is_refused() {
    Path audit = temporary.resolve("audit");
    PublishedLog.of(audit, first, ENTRIES.subList(0, 100));
    Run.of("verify", audit, "--key", first.verifier());
    PublishedLog.of(audit, second, ENTRIES);

    Run run = Run.of("verify", audit, "--key", second.verifier());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("no succession leads from it");
  }
}
