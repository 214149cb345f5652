package org.accordledger.api.deadlines;

import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.accordledger.api.LedgerSettings;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestDatabase;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Deadlines pass by the ledger's clock, which stands still here until it is moved. */
class DeadlinesTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final LedgerSettings settings = TestDatabase.newDatabase();

  private Node node() {
    return new Node(settings, now::get);
  }

  @Test
  void a_silence_is_recorded_once_after_the_last_day_and_never_before() {
    try (Node node = node()) {
      Scenario scenario = new Scenario(node.ledger()).inForce();
      String answered = node.notified(scenario, scenario.allegation(null));
      ok(scenario.as(Role.PARTY, "borea").post(answered + "/responses", "{\"kind\": \"not_us\"}"));
      String silent = node.notified(scenario, scenario.allegation(null));
      LocalDate lastDay = node.lastDay(silent);
      long head = node.ledger().head();

      now.set(startOf(lastDay.plusDays(1)).minusMillis(1));
      node.dispatch();
      assertThat(node.ledger().head()).isEqualTo(head);

      now.set(startOf(lastDay.plusDays(1)));
      node.dispatch();
      await().until(() -> node.stage(silent).equals("unanswered"));
      node.dispatch();
      node.catchUp(head + 1);
      node.dispatch();

      assertThat(node.ledger().head()).isEqualTo(head + 1);
      assertThat(node.stage(answered)).isEqualTo("answered");
      JsonNode events = node.read(silent + "/timeline").get("items");
      JsonNode last = events.get(events.size() - 1);
      assertThat(last.get("type").asString()).isEqualTo("case.non_response_recorded.v1");
      assertThat(last.get("role").asString()).isEqualTo("system");
    }
  }

  @Test
  void a_restart_years_later_finds_what_passed_while_nothing_ran() {
    String silent;
    try (Node node = node()) {
      Scenario scenario = new Scenario(node.ledger()).inForce();
      silent = node.notified(scenario, scenario.allegation(null));
    }
    now.updateAndGet(before -> before.plus(Duration.ofDays(4_000)));
    try (Node node = node()) {
      await().until(() -> node.stage(silent).equals("unanswered"));
    }
  }

  @Test
  void of_three_nodes_one_says_it() {
    try (Node first = node();
        Node second = node();
        Node third = node()) {
      Scenario scenario = new Scenario(first.ledger()).inForce();
      List<String> silent =
          IntStream.range(0, 20)
              .mapToObj(_ -> first.notified(scenario, scenario.allegation(null)))
              .toList();
      List<Node> nodes = List.of(first, second, third);
      long head = first.ledger().head();
      now.updateAndGet(before -> before.plus(Duration.ofDays(31)));

      nodes.stream()
          .map(node -> CompletableFuture.runAsync(node::dispatch))
          .toList()
          .forEach(CompletableFuture::join);
      await().until(() -> silent.stream().allMatch(c -> first.stage(c).equals("unanswered")));
      nodes.forEach(node -> node.catchUp(head + silent.size()));
      nodes.forEach(Node::dispatch);

      assertThat(first.ledger().head()).isEqualTo(head + silent.size());
    }
  }

  @Test
  void in_an_accord_that_is_kept_retrospectively_no_clock_runs_by_itself() {
    try (Node node = node()) {
      Scenario present = new Scenario(node.ledger()).inForce();
      Scenario past = new Scenario(node.ledger()).retrospective().inForce();
      String open = node.notified(past, past.allegation(null));
      String silent = node.notified(present, present.allegation(null));
      now.updateAndGet(before -> before.plus(Duration.ofDays(31)));

      node.dispatch();
      await().until(() -> node.stage(silent).equals("unanswered"));

      assertThat(node.stage(open)).isEqualTo("notified");
    }
  }

  @Test
  void every_other_deadline_is_recorded_too_each_when_its_own_last_day_is_over() {
    try (Node node = node()) {
      Scenario scenario = new Scenario(node.ledger()).inForce();
      ok(
          scenario
              .as(Role.REGISTRAR, null)
              .post(
                  scenario.path("rules"),
                  """
                  {"response_days": 30, "panel_size": 3, "quorum": 3, "particulars_days": 10, "reply_days": 5}
                  """));
      String asked = node.notified(scenario, scenario.allegation(null));
      ok(
          scenario
              .as(Role.PARTY, "borea")
              .post(asked + "/particulars-requests", "{\"text\": {\"en\": \"Which letter?\"}}"));
      String answered = node.notified(scenario, scenario.allegation(null));
      ok(scenario.as(Role.PARTY, "borea").post(answered + "/responses", "{\"kind\": \"not_us\"}"));
      node.catchUp(node.ledger().head());
      LocalDate today = LocalDate.ofInstant(now.get(), ZoneOffset.UTC);

      now.set(startOf(today.plusDays(6)));
      node.dispatch();
      await().until(() -> passed(node, answered).contains("reply"));
      assertThat(passed(node, asked)).isEmpty();

      now.set(startOf(today.plusDays(11)));
      node.dispatch();
      await().until(() -> passed(node, asked).contains("particulars"));
      // the respondent's clock runs again, with the days it had left
      assertThat(node.stage(asked)).isEqualTo("notified");
      assertThat(node.lastDay(asked)).isEqualTo(today.plusDays(41));

      now.set(startOf(today.plusDays(42)));
      node.dispatch();
      await().until(() -> node.stage(asked).equals("unanswered"));
      assertThat(passed(node, answered)).containsExactly("reply");
    }
  }

  private static List<String> passed(Node node, String address) {
    List<String> passed = new ArrayList<>();
    node.read(address)
        .get("deadlines")
        .forEach(
            due -> {
              if (due.get("state").asString().equals("passed")) {
                passed.add(due.get("deadline").asString());
              }
            });
    return passed;
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
