package org.accordledger.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to bytes that no client library would send.
 *
 * @param headers by name in small letters
 */
record RawRequest(int status, Map<String, String> headers, String body) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * Sends a request line and headers as they stand.
   *
   * @param head lines without their ends; Host and Connection are added
   */
  static RawRequest answer(TestLedger ledger, String... head) {
    URI address = ledger.running().address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(30_000);
      String request =
          String.join("\r\n", head)
              + "\r\nHost: "
              + address.getAuthority()
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return parse(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawRequest parse(String answer) {
    int end = answer.indexOf("\r\n\r\n");
    Map<String, String> headers = new TreeMap<>();
    answer
        .substring(0, end)
        .lines()
        .skip(1)
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              headers.put(
                  line.substring(0, colon).toLowerCase(Locale.ROOT),
                  line.substring(colon + 1).strip());
            });
    return new RawRequest(
        Integer.parseInt(answer.substring(9, 12)), headers, answer.substring(end + 4));
  }

  JsonNode json() {
    return JSON.readTree(body);
  }

  /** Empty if there is none. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
