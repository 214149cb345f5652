package org.accordledger.audit.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.accordledger.audit.AuditProblem;

/** {@code POST /add-checkpoint} over HTTP. */
public final class WitnessServer implements AutoCloseable {
  private static final int AT_ONCE = 32;
  private static final int BACKLOG = 64;

  private final Witness witness;
  private final Consumer<String> journal;
  private final HttpServer server;
  // beyond those that are answered, some that are told to come again; all others are cut off
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          4 * AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("witness-", 0).factory());
  // each may hold a request of a megabyte
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * Starts to listen.
   *
   * @param address a port of 0 takes any that is free
   * @param journal told of every answer in a line
   * @throws AuditProblem when the address cannot be had
   */
  public WitnessServer(Witness witness, InetSocketAddress address, Consumer<String> journal) {
    this.witness = witness;
    this.journal = journal;
    // a connection that is silent in the middle of a request must not stay for ever
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
    System.setProperty("sun.net.httpserver.maxRspTime", "30");
    try {
      server = HttpServer.create(address, BACKLOG);
    } catch (IOException e) {
      throw new AuditProblem("cannot listen on " + address + ": " + e.getMessage(), e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!places.tryAcquire()) {
        send(exchange, WitnessAnswer.refused(503, "busy; ask again"));
        return;
      }
      try {
        send(exchange, answerTo(exchange));
      } finally {
        places.release();
      }
    }
  }

  private WitnessAnswer answerTo(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/add-checkpoint")) {
      return WitnessAnswer.refused(404, "there is only add-checkpoint here");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      return WitnessAnswer.refused(405, "a checkpoint is added by POST");
    }
    byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
    if (body.length > AddCheckpoint.MAX_BYTES) {
      return WitnessAnswer.refused(413, "a checkpoint with its proof is not so long");
    }
    try {
      return witness.add(body);
    } catch (RuntimeException e) {
      // what cannot be stored is not cosigned
      journal.accept("failed: " + e.getMessage());
      return WitnessAnswer.refused(500, "the witness cannot store it; nothing was cosigned");
    }
  }

  private void send(HttpExchange exchange, WitnessAnswer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    journal.accept(answer.status() + " " + answer.body().strip());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
