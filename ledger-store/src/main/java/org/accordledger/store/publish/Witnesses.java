package org.accordledger.store.publish;

import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.accordledger.log.note.NoteSignature;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.tile.TileSource;
import org.jspecify.annotations.Nullable;

/**
 * The witnesses of a log: all are asked at once about every new checkpoint, and nobody waits longer
 * than the configured patience for them. Whoever missed one is asked again about the latest.
 */
final class Witnesses implements AutoCloseable {
  private final WitnessConfig config;
  private final @Nullable HttpClient http;
  private final List<WitnessClient> clients;
  private final Runnable late;

  /**
   * No witness is asked yet.
   *
   * @param tiles the log's, for proofs
   * @param late called when a line came that nobody waited for
   */
  Witnesses(WitnessConfig config, TileSource tiles, Runnable late) {
    this.config = config;
    this.late = late;
    HttpClient client = config.witnesses().isEmpty() ? null : client(config);
    this.http = client;
    this.clients =
        client == null
            ? List.of()
            : config.witnesses().stream()
                .map(witness -> new WitnessClient(witness, config, client, tiles))
                .toList();
  }

  private static HttpClient client(WitnessConfig config) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(config.timeout())
        .build();
  }

  /** Nobody. */
  static Witnesses none(TileSource tiles) {
    return new Witnesses(WitnessConfig.none(), tiles, () -> {});
  }

  /** Takes over the lines of a checkpoint that was served before a restart. */
  void remember(SignedCheckpoint served) {
    clients.forEach(client -> client.remember(served));
  }

  /** Asks all about a new checkpoint and waits for those who are usually quick. */
  void ask(SignedCheckpoint checkpoint) {
    CountDownLatch awaited = new CountDownLatch(clients.size());
    for (WitnessClient client : clients) {
      boolean worthWaiting =
          client.ask(
              checkpoint,
              () -> {
                awaited.countDown();
                late.run();
              });
      if (!worthWaiting) {
        awaited.countDown();
      }
    }
    try {
      awaited.await(config.patience().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks those again who have not cosigned it yet, and waits for nobody. */
  void remind(SignedCheckpoint checkpoint) {
    clients.forEach(client -> client.ask(checkpoint, late));
  }

  /** The checkpoint with the lines of all who have cosigned it. */
  SignedCheckpoint cosigned(SignedCheckpoint own) {
    SignedNote note = own.note();
    for (WitnessClient client : clients) {
      for (NoteSignature line : client.lines(own)) {
        note = note.with(line);
      }
    }
    return new SignedCheckpoint(own.checkpoint(), note);
  }

  List<WitnessState> states() {
    return clients.stream().map(WitnessClient::state).toList();
  }

  @Override
  public void close() {
    if (http != null) {
      http.shutdownNow();
    }
  }
}
