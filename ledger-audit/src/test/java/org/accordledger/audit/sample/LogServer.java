package org.accordledger.audit.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.accordledger.audit.files.PayloadFiles;

/** Serves what {@link PublishedLog} wrote as a ledger does, and lies where it is told to. */
public final class LogServer implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("from=([0-9]+)&limit=([0-9]+)");

  private final Path directory;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, HttpHandler> lies = new ConcurrentHashMap<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private volatile int mostLines = 10_000;

  public LogServer(Path directory) throws IOException {
    this.directory = directory;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Serves a directory until it is stopped, for measuring. */
  public static void main(String[] arguments) throws Exception {
    try (LogServer server = new LogServer(Path.of(arguments[0]))) {
      System.out.println(server.address());
      new CountDownLatch(1).await();
    }
  }

  /** Where it listens. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers this path in another way. */
  public void lie(String path, HttpHandler handler) {
    lies.put(path, handler);
  }

  /** Tells the truth again. */
  public void repent() {
    lies.clear();
  }

  /** Gives at most so many payload lines at once. */
  public void linesAtOnce(int most) {
    mostLines = most;
  }

  /** Everything that was asked for since the last time. */
  public List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  /** An answer of these bytes. */
  public static HttpHandler giving(int status, byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.add(path);
      HttpHandler lie = lies.get(path);
      if (lie != null) {
        lie.handle(exchange);
      } else if (path.equals("/payloads")) {
        payloads(exchange);
      } else {
        file(exchange, directory.resolve(path.substring(1)));
      }
    }
  }

  private void file(HttpExchange exchange, Path file) throws IOException {
    if (!file.startsWith(directory.resolve("log")) || !Files.isRegularFile(file)) {
      giving(404, new byte[0]).handle(exchange);
      return;
    }
    byte[] body = Files.readAllBytes(file);
    if (file.toString().contains("/entries/")) {
      zipped(exchange, body);
    } else {
      giving(200, body).handle(exchange);
    }
  }

  private void payloads(HttpExchange exchange) throws IOException {
    Matcher range = RANGE.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
    if (!range.matches()) {
      giving(400, new byte[0]).handle(exchange);
      return;
    }
    int from = Integer.parseInt(range.group(1));
    int first = from / PayloadFiles.CHUNK * PayloadFiles.CHUNK;
    Path chunk = PayloadFiles.chunk(directory.resolve("payloads"), first);
    List<String> all = Files.exists(chunk) ? Files.readAllLines(chunk) : List.of();
    int most = Math.min(mostLines, Integer.parseInt(range.group(2)));
    int to = Math.min(all.size(), from - first + most);
    StringBuilder lines = new StringBuilder();
    all.subList(Math.min(from - first, to), to).forEach(line -> lines.append(line).append('\n'));
    zipped(exchange, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void zipped(HttpExchange exchange, byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    }
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    giving(200, bytes.toByteArray()).handle(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
