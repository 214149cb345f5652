package org.accordledger.bench.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network before a server on loopback, which can be cut and can fall silent. */
final class TcpProxy implements AutoCloseable {
  private enum State {
    OPEN,
    SILENT,
    CUT
  }

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final int target;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  // guarded by this
  private State state = State.OPEN;

  /**
   * Listens on a free port at once.
   *
   * @param name of the connection in reports, for example {@code api-1 to PostgreSQL}
   * @param target port of the server; it need not listen yet
   */
  TcpProxy(String name, int target) {
    this.name = name;
    this.target = target;
    try {
      listener = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread(this::accept);
  }

  String name() {
    return name;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Resets every connection, and every new one, until it is open again. */
  synchronized void cut() {
    state = State.CUT;
    sockets.forEach(TcpProxy::reset);
  }

  /** Takes connections and what they send, and passes nothing on until it is open again. */
  synchronized void fallSilent() {
    state = State.SILENT;
  }

  /** Passes everything on again, what was held back first. */
  synchronized void open() {
    state = State.OPEN;
    notifyAll();
  }

  private synchronized boolean isCut() {
    return state == State.CUT;
  }

  private synchronized void awaitPassage() throws InterruptedException {
    while (state == State.SILENT) {
      wait();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        thread(() -> connect(client));
      } catch (IOException closed) {
        // the loop's condition knows whether it is closed
      }
    }
  }

  private void connect(Socket client) {
    sockets.add(client);
    Socket server;
    try {
      server = new Socket(InetAddress.getLoopbackAddress(), target);
    } catch (IOException nobodyListens) {
      drop(client);
      return;
    }
    sockets.add(server);
    // looked at after both are in the set: a cut before now has not seen them
    if (isCut()) {
      drop(client);
      drop(server);
      return;
    }
    thread(() -> pass(client, server));
    thread(() -> pass(server, client));
  }

  private void thread(Runnable work) {
    Thread.ofPlatform().daemon().name("proxy " + name).start(work);
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int read = in.read(buffer);
      while (read >= 0) {
        awaitPassage();
        out.write(buffer, 0, read);
        read = in.read(buffer);
      }
    } catch (IOException gone) {
      // one end has gone, and takes the other with it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      drop(from);
      drop(to);
    }
  }

  private void drop(Socket socket) {
    reset(socket);
    sockets.remove(socket);
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyClosed) {
      // nothing is left to reset
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
    synchronized (this) {
      notifyAll();
    }
  }
}
