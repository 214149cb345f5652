package org.accordledger.api.security;

import static org.accordledger.api.Scenario.created;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token bound more than once acts for the one body that is meant, or not at all. */
class SeveralBodiesTest {
  private static final String HIDDEN = "\"marking\": \"red\", \n";

  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger).inForce();

  static Stream<List<String>> orders() {
    return Stream.of(List.of("alba", "borea"), List.of("borea", "alba"));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void a_token_that_fits_for_two_bodies_is_refused(List<String> bodies) {
    long head = ledger.head();
    String token =
        token(bodies.stream().map(body -> binding(Role.PARTY, scenario.accord(), body)).toList());

    HttpAnswer answer = scenario.with(token).post("/cases", scenario.allegation(null));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("ambiguous_body");
    assertThat(ledger.head()).isEqualTo(head);
  }

  @Test
  void a_body_for_every_accord_and_another_for_one_are_two_bodies_there() {
    String token =
        token(
            List.of(
                binding(Role.PARTY, null, "borea"),
                binding(Role.MONITOR, scenario.accord(), "alba")));

    HttpAnswer answer = scenario.with(token).post("/cases", scenario.allegation(null));

    assertThat(answer.code()).isEqualTo("ambiguous_body");
  }

  @Test
  void two_roles_for_one_body_do_not_contradict_each_other() {
    String token =
        token(
            List.of(
                binding(Role.PARTY, scenario.accord(), "alba"),
                binding(Role.MONITOR, scenario.accord(), "alba"),
                binding(Role.PARTY, null, "alba")));

    HttpAnswer filed = created(scenario.with(token).post("/cases", scenario.allegation(null)));

    String timeline =
        "/cases/%s/timeline?min_position=%d"
            .formatted(
                filed.json().get("stream").asString(), filed.json().get("position").asLong());
    assertThat(ledger.get(timeline, Map.of()).json().at("/items/0/role").asString())
        .isEqualTo("monitor");
  }

  @Test
  void a_body_under_one_accord_and_another_under_another_do_not_meet() {
    String token =
        token(
            List.of(
                binding(Role.PARTY, "accord-elsewhere", "borea"),
                binding(Role.PARTY, scenario.accord(), "alba")));

    created(scenario.with(token).post("/cases", scenario.allegation(null)));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void whoever_acts_for_a_side_among_others_may_read_its_hidden_case(List<String> bodies) {
    String body = scenario.allegation(null).replace("\"marking\": \"clear\", \n", HIDDEN);
    assertThat(body).contains(HIDDEN);
    HttpAnswer filed = created(scenario.as(Role.PARTY, "alba").post("/cases", body));
    String token =
        token(
            bodies.stream()
                .map(one -> one.equals("borea") ? "corsia" : one)
                .map(one -> binding(Role.PARTY, scenario.accord(), one))
                .toList());

    String address =
        filed.header("Location") + "?min_position=" + filed.json().get("position").asLong();
    assertThat(ledger.get(address, Map.of("Authorization", "Bearer " + token)).status())
        .isEqualTo(200);
  }

  private String token(List<Binding> bindings) {
    return ledger.running().tokens().issue(new AccountId("of-several"), bindings);
  }

  private static Binding binding(Role role, @Nullable String accord, String body) {
    return new Binding(role, accord == null ? null : new AccordId(accord), new BodyId(body));
  }
}
