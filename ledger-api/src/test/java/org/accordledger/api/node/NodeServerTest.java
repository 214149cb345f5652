package org.accordledger.api.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeServerTest {
  /** A process of its own: the JDK reads the limits of its server once, for all servers. */
  static final class Served {
    private Served() {}

    /** Answers until it is ended. */
    public static void main(String[] none) {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      NodeServer server = NodeServer.open(free);
      server.serve(NodeHealth::alive, NodeHealth::alive, () -> "");
      System.out.println(server.address());
    }
  }

  @Test
  void who_is_silent_in_the_middle_of_a_request_keeps_nobody_from_health_for_long()
      throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Served.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<Socket> silent = new ArrayList<>();
    try (BufferedReader said = process.inputReader()) {
      URI address = URI.create(said.readLine());
      assertThat(status(address)).isEqualTo(200);
      for (int i = 0; i < NodeServer.AT_ONCE; i++) {
        Socket socket = new Socket(address.getHost(), address.getPort());
        silent.add(socket);
        socket
            .getOutputStream()
            .write("GET /health HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> status(address) == 200);
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
      process.destroyForcibly().onExit().join();
    }
  }

  private static int status(URI address) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) address.resolve("/health/liveness").toURL().openConnection();
      connection.setConnectTimeout(2_000);
      connection.setReadTimeout(2_000);
      return connection.getResponseCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
