package org.accordledger.api;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The application opens no connection it was not told to. Java asks the proxy selector before every
 * connection of a socket or of its HTTP clients, and the resolver before every name: both write
 * down here what they are asked.
 */
class OutgoingConnectionsTest {
  private static final class Recorder extends ProxySelector {
    final Queue<URI> asked = new ConcurrentLinkedQueue<>();

    @Override
    public List<Proxy> select(URI uri) {
      asked.add(uri);
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // what failed was asked for as well
    }
  }

  @Test
  void nothing_but_this_machine_is_spoken_to() {
    Recorder recorder = new Recorder();
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(recorder);
    NamesAsked.forget();
    try {
      TestLedger ledger = new TestLedger(TestDatabase.newDatabase());
      try (RunningLedger running = ledger.running()) {
        created(new Scenario(ledger).inForce().submit(null));
        assertThat(running.address().getHost()).isEqualTo("127.0.0.1");
      }
    } finally {
      ProxySelector.setDefault(before);
    }

    assertThat(recorder.asked).as("the database at least").isNotEmpty();
    assertThat(recorder.asked)
        .allSatisfy(uri -> assertThat(uri.getHost()).isIn("127.0.0.1", "localhost"));
    assertThat(NamesAsked.asked()).isSubsetOf(ownNames());
  }

  @Test
  void a_connection_it_was_not_told_to_would_be_noticed() throws IOException {
    Recorder recorder = new Recorder();
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(recorder);
    NamesAsked.forget();
    try {
      assertThat(canConnect(URI.create("http://canary.invalid/"))).isFalse();
    } finally {
      ProxySelector.setDefault(before);
    }

    assertThat(recorder.asked).extracting(URI::getHost).contains("canary.invalid");
    assertThat(NamesAsked.asked()).contains("canary.invalid");
  }

  private static boolean canConnect(URI address) throws IOException {
    try {
      address.toURL().openConnection().connect();
      return true;
    } catch (UnknownHostException expected) {
      return false;
    }
  }

  private static List<@Nullable String> ownNames() {
    try {
      return List.of("localhost", InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return List.of("localhost");
    }
  }
}
