package org.accordledger.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accordledger.api.deadlines.DeadlineDispatcher;
import org.accordledger.api.security.Binding;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;
import org.accordledger.store.LedgerStore;
import org.jspecify.annotations.Nullable;

/** A running application and a client that speaks HTTP to it; one is shared by all tests. */
public final class TestLedger {
  /** On a machine that does not come to it a view may be later than one answer waits for it. */
  private static final int PATIENCE = 12;

  private static @Nullable TestLedger shared;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final RunningLedger running;

  public TestLedger(RunningLedger running) {
    this.running = running;
  }

  public TestLedger(LedgerSettings settings) {
    this(settings, InstantSource.system());
  }

  /**
   * @param clock what the ledger takes for the time
   */
  public TestLedger(LedgerSettings settings, InstantSource clock) {
    running = LedgerApplication.start(settings, clock);
    try {
      if (!running.awaitReady(Duration.ofSeconds(60))) {
        throw new IllegalStateException("the ledger did not open within a minute");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The one that all tests share, on a database of its own. It records no passed deadlines by
   * itself: tests that compare what is stored before and after would now and then meet one.
   */
  public static synchronized TestLedger shared() {
    if (shared == null) {
      shared = new TestLedger(TestDatabase.newDatabase());
      shared.running.context().getBean(DeadlineDispatcher.class).close();
    }
    return shared;
  }

  public RunningLedger running() {
    return running;
  }

  /** Position of the last event stored. */
  public long head() {
    return running.context().getBean(LedgerStore.class).events().head();
  }

  /** The application's own parts of a type. */
  public <T> Collection<T> beans(Class<T> type) {
    return running.context().getBeansOfType(type).values();
  }

  /** A token for what a scenario or a mapping calls an account. */
  public String token(org.accordledger.api.client.Binding binding) {
    Role role = Role.valueOf(binding.role().toUpperCase(Locale.ROOT));
    String accord = binding.accord().equals("*") ? null : binding.accord();
    return token(binding.account(), role, accord, binding.body());
  }

  /** A token for one role. */
  public String token(String account, Role role, @Nullable String accord, @Nullable String body) {
    return running
        .tokens()
        .issue(
            new AccountId(account),
            List.of(
                new Binding(
                    role,
                    accord == null ? null : new AccordId(accord),
                    body == null ? null : new BodyId(body))));
  }

  /** Where it listens. */
  public URI address() {
    return URI.create(running.address().toString());
  }

  /** Reads; asks again, as clients are told to, while a view has not come to what is asked for. */
  public HttpAnswer get(String path, Map<String, String> headers) {
    HttpAnswer answer = getOnce(path, headers);
    for (int i = 1; i < PATIENCE && isBehind(answer); i++) {
      answer = getOnce(path, headers);
    }
    return answer;
  }

  private static boolean isBehind(HttpAnswer answer) {
    return answer.status() == 503 && answer.code().equals("view_behind");
  }

  /** Reads, and takes the first answer. */
  public HttpAnswer getOnce(String path, Map<String, String> headers) {
    return send(request(path, headers).GET().build());
  }

  public HttpAnswer post(String path, String body, Map<String, String> headers) {
    return post(path, HttpRequest.BodyPublishers.ofString(body), headers);
  }

  public HttpAnswer post(String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    return send(request(path, headers).POST(body).build());
  }

  private HttpRequest.Builder request(String path, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(running.address() + path))
            .timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    return request;
  }

  public HttpAnswer send(HttpRequest request) {
    try {
      return new HttpAnswer(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
