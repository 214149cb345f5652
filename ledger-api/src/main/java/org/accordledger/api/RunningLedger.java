package org.accordledger.api;

import java.net.URI;
import java.time.Duration;
import org.accordledger.api.commands.LedgerCommands;
import org.accordledger.api.security.AccessTokens;
import org.accordledger.store.publish.LogPublisher;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that runs; closing it finishes the requests under way and stops it. */
public final class RunningLedger implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  RunningLedger(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Where it answers, for example {@code http://127.0.0.1:8080}. */
  public URI address() {
    LedgerSettings settings = context.getBean(LedgerSettings.class);
    int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    String host = settings.bindAddress().getHostAddress();
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
  }

  /** Issues and revokes tokens. */
  public AccessTokens tokens() {
    return context.getBean(AccessTokens.class);
  }

  /** Sends commands past HTTP and its checks of who may. */
  public LedgerCommands commands() {
    return context.getBean(LedgerCommands.class);
  }

  /**
   * Waits until the store is open and the projections run.
   *
   * @return false if the time ran out first; it goes on trying all the same
   * @throws org.accordledger.store.publish.LogContradiction if the stored log is not the one that
   *     was signed
   * @throws org.accordledger.store.publish.SigningKeysProblem if the log's keys are not whole
   */
  public boolean awaitReady(Duration limit) throws InterruptedException {
    return context.getBean(Opening.class).await(limit);
  }

  /**
   * Waits until the event at a position is in the published log.
   *
   * @return false if the time ran out first
   */
  public boolean awaitPublished(long position, Duration limit) throws InterruptedException {
    return context.getBean(LogPublisher.class).awaitPublished(position, limit);
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
