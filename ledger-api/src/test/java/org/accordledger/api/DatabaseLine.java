package org.accordledger.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The line between one node and its database. It can fall silent, as when a cable is drawn: what is
 * sent arrives nowhere, and neither side is told; to the database, its sessions are still there.
 */
final class DatabaseLine implements AutoCloseable {
  private final int database;
  private final ServerSocket entrance;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;

  DatabaseLine(int database) {
    this.database = database;
    try {
      this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.startVirtualThread(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** From now on nothing comes through any more. */
  void fallSilent() {
    silent = true;
  }

  /** New connections come through again; the former ones are gone. */
  void comeBack() {
    silent = false;
    closeEnds();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = entrance.accept();
        ends.add(near);
        if (!silent) {
          Socket far = new Socket(InetAddress.getLoopbackAddress(), database);
          ends.add(far);
          Thread.startVirtualThread(() -> carry(near, far));
          Thread.startVirtualThread(() -> carry(far, near));
        }
      }
    } catch (IOException e) {
      // the line is closed
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] bytes = new byte[1 << 14];
    try {
      int length = from.getInputStream().read(bytes);
      while (length >= 0 && !silent) {
        to.getOutputStream().write(bytes, 0, length);
        length = from.getInputStream().read(bytes);
      }
    } catch (IOException e) {
      // one of the ends is closed, and so is the other below
    }
    if (!silent) {
      close(from);
      close(to);
    }
  }

  private void close(Socket end) {
    ends.remove(end);
    try {
      end.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void closeEnds() {
    Set.copyOf(ends).forEach(this::close);
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    closeEnds();
  }
}
