package org.accordledger.store.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.accordledger.log.LogHash;
import org.accordledger.log.LogText;
import org.accordledger.log.NotProvenException;
import org.accordledger.log.note.Checkpoint;
import org.accordledger.log.note.Cosignature;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignedNote;
import org.accordledger.log.note.SignerKey;
import org.accordledger.log.note.TrustedLog;
import org.accordledger.log.note.VerifierKey;
import org.accordledger.log.proof.ConsistencyProof;
import org.jspecify.annotations.Nullable;

/** A witness that does what c2sp.org/tlog-witness says, unless it is told to misbehave. */
final class TestWitness implements AutoCloseable {
  private final SignerKey key =
      SignerKey.generate("witness.example/w", SignatureType.COSIGNATURE_V1);
  private final HttpServer server;
  private final TrustedLog log;
  private final List<String> asked = new ArrayList<>();
  private long size;
  private byte[] root = LogHash.emptyRoot();
  private @Nullable Answer instead;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  TestWitness(VerifierKey logKey) throws IOException {
    log = TrustedLog.of(logKey);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  Witness witness() {
    int port = server.getAddress().getPort();
    return new Witness(URI.create("http://127.0.0.1:" + port + "/w"), key.verifier());
  }

  VerifierKey verifier() {
    return key.verifier();
  }

  /** Until it is opened nobody gets an answer. */
  CountDownLatch shut() {
    gate = new CountDownLatch(1);
    return gate;
  }

  /** Every answer from now on; null for the right ones. */
  synchronized void answer(@Nullable Answer answer) {
    instead = answer;
  }

  /** Whatever it has seen before, now it has seen this. */
  synchronized void saw(long seenSize, byte[] seenRoot) {
    size = seenSize;
    root = seenRoot.clone();
  }

  synchronized long size() {
    return size;
  }

  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      gate.await();
      Answer answer = answer(exchange, request);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      if (answer.status() / 100 == 3) {
        exchange.getResponseHeaders().add("Location", "/elsewhere");
      }
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Answer answer(HttpExchange exchange, byte[] request) {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    Answer other = instead;
    if (other != null) {
      return other;
    }
    String text = LogText.utf8(request);
    int blank = text.indexOf("\n\n");
    List<String> lines = Arrays.asList(text.substring(0, blank).split("\n", -1));
    long old = LogText.decimal(lines.getFirst().substring("old ".length()));
    SignedNote note = SignedNote.parse(LogText.utf8(text.substring(blank + 2)));
    Checkpoint checkpoint = log.checkpoint(note);
    if (old != size || (old == checkpoint.size() && !Arrays.equals(root, checkpoint.root()))) {
      return new Answer(409, size + "\n");
    }
    try {
      ConsistencyProof.of(lines.stream().skip(1).map(LogText::hash).toList())
          .verify(old, root, checkpoint.size(), checkpoint.root());
    } catch (NotProvenException e) {
      return new Answer(422, "");
    }
    size = checkpoint.size();
    root = checkpoint.root();
    return new Answer(200, Cosignature.sign(key, checkpoint, 1_700_000_000) + "\n");
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
  }

  record Answer(int status, String body) {}
}
