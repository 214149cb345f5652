package org.accordledger.store.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.accordledger.log.LogFormatException;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.NoteSignature;
import org.accordledger.log.proof.ConsistencyProof;
import org.accordledger.log.proof.TileNodes;
import org.accordledger.log.tile.TileSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One witness: what it has cosigned, and how it is asked for more, one request at a time. Safe for
 * several threads.
 */
final class WitnessClient {
  private static final Logger log = LoggerFactory.getLogger(WitnessClient.class);

  /** An answer has a few lines; what is longer is refused unread. */
  private static final long LONGEST_ANSWER = 1 << 16;

  /** Once with what is known of the witness, once more with what it says. */
  private static final int TRIES = 3;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Witness witness;
  private final WitnessConfig config;
  private final HttpClient http;
  private final TileSource tiles;

  private long size;
  private @Nullable SignedCheckpoint cosigned;
  private List<NoteSignature> lines = List.of();
  private long answered;
  private long failed;
  private boolean busy;
  private boolean prompt = true;
  private @Nullable String problem;
  private Duration pause = FIRST_PAUSE;
  private long notBefore = System.nanoTime();

  WitnessClient(Witness witness, WitnessConfig config, HttpClient http, TileSource tiles) {
    this.witness = witness;
    this.config = config;
    this.http = http;
    this.tiles = tiles;
  }

  /** Takes the lines that were served before a restart, those that are this witness's. */
  synchronized void remember(SignedCheckpoint served) {
    for (NoteSignature line : served.note().signatures()) {
      if (line.name().equals(witness.key().name()) && line.keyId() == witness.key().id()) {
        try {
          byte[] text = (line + "\n").getBytes(StandardCharsets.UTF_8);
          lines = WitnessRequest.cosignatures(text, served.note(), witness.key());
          cosigned = served;
          size = served.size();
        } catch (LogFormatException | NotProvenException e) {
          log.warn("A line by {} in the served checkpoint is left out.", witness.submission(), e);
        }
      }
    }
  }

  /** Its lines under this checkpoint; none when it has not cosigned it. */
  synchronized List<NoteSignature> lines(SignedCheckpoint checkpoint) {
    SignedCheckpoint known = cosigned;
    return known != null && known.checkpoint().equals(checkpoint.checkpoint()) ? lines : List.of();
  }

  synchronized WitnessState state() {
    SignedCheckpoint known = cosigned;
    return new WitnessState(
        witness.submission(),
        known == null ? 0 : known.size(),
        answered,
        failed,
        Optional.ofNullable(problem));
  }

  /**
   * Asks for a cosignature, unless it is asked already, has given it, or failed a moment ago.
   *
   * @return whether it is worth waiting for the answer, which {@code answered} tells
   */
  boolean ask(SignedCheckpoint checkpoint, Runnable answered) {
    synchronized (this) {
      if (busy || !lines(checkpoint).isEmpty() || System.nanoTime() < notBefore) {
        return false;
      }
      busy = true;
    }
    Thread.ofPlatform().daemon().name("witness").start(() -> exchange(checkpoint, answered));
    synchronized (this) {
      return prompt;
    }
  }

  private void exchange(SignedCheckpoint checkpoint, Runnable answered) {
    long begin = System.nanoTime();
    String failure = "it did not answer as expected";
    try {
      failure = converse(checkpoint);
    } catch (LogFormatException | NotProvenException | UncheckedIOException e) {
      failure = String.valueOf(e.getMessage());
    } catch (IOException e) {
      failure = "it cannot be reached: " + e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      boolean inTime = System.nanoTime() - begin <= config.patience().toNanos();
      finish(failure, inTime);
      answered.run();
    }
  }

  private synchronized void finish(@Nullable String failure, boolean inTime) {
    busy = false;
    prompt = failure == null && inTime;
    if (failure == null) {
      answered++;
      if (problem != null) {
        log.info("The witness {} cosigns again.", witness.submission());
      }
      pause = FIRST_PAUSE;
    } else {
      failed++;
      if (problem == null) {
        log.warn("The witness {} does not cosign: {}", witness.submission(), failure);
      }
      notBefore = System.nanoTime() + pause.toNanos();
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
    problem = failure;
  }

  /** Asks until the witness has cosigned; returns why it has not, or null when it has. */
  private @Nullable String converse(SignedCheckpoint checkpoint)
      throws IOException, InterruptedException {
    long old = Math.min(known(), checkpoint.size());
    for (int i = 0; i < TRIES; i++) {
      HttpResponse<byte[]> answer = post(old, checkpoint);
      if (answer.statusCode() == 200) {
        cosigned(
            checkpoint,
            WitnessRequest.cosignatures(answer.body(), checkpoint.note(), witness.key()));
        return null;
      }
      if (answer.statusCode() != 409) {
        return refusal(answer.statusCode());
      }
      long theirs = WitnessRequest.size(answer.body());
      if (theirs > checkpoint.size()) {
        return "it has seen %d entries already, more than the %d it was shown"
            .formatted(theirs, checkpoint.size());
      }
      if (theirs == old) {
        return theirs == checkpoint.size()
            ? "it has seen another history of %d entries".formatted(theirs)
            : "it refuses the size that it gave itself, " + theirs;
      }
      old = theirs;
    }
    return "it changes its mind about what it has seen";
  }

  private synchronized long known() {
    return size;
  }

  private synchronized void cosigned(SignedCheckpoint checkpoint, List<NoteSignature> by) {
    cosigned = checkpoint;
    size = checkpoint.size();
    lines = by;
  }

  private static String refusal(int status) {
    return switch (status) {
      case 403 -> "it does not know the key of this log (403)";
      case 404 -> "it does not know this log (404)";
      case 422 -> "it refuses the consistency proof (422)";
      default -> "it answers " + status;
    };
  }

  private HttpResponse<byte[]> post(long old, SignedCheckpoint checkpoint)
      throws IOException, InterruptedException {
    TileNodes nodes = new TileNodes(checkpoint.size(), tiles);
    ConsistencyProof proof = ConsistencyProof.build(old, checkpoint.size(), nodes);
    byte[] body = WitnessRequest.body(old, proof, checkpoint.note());
    HttpRequest request =
        HttpRequest.newBuilder(witness.addCheckpoint())
            .timeout(config.timeout())
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    try {
      return answer.get(config.timeout().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no answer within " + config.timeout(), e);
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    }
  }
}
