package org.accordledger.api.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** Where the server listens. */
final class ServerOptions {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "TCP port (default: ${DEFAULT-VALUE}); 0 takes a free one.",
      defaultValue = "8080")
  private int port = 8080;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description =
          "Address to listen on (default: ${DEFAULT-VALUE}, which only this machine reaches).",
      defaultValue = "127.0.0.1")
  private String bind = "127.0.0.1";

  int port() {
    if (port < 0 || port > 65535) {
      throw new CommandProblem("--port must be 0 to 65535, not " + port);
    }
    return port;
  }

  InetAddress bindAddress() {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new CommandProblem("--bind " + bind + " is no address of this machine");
    }
  }
}
