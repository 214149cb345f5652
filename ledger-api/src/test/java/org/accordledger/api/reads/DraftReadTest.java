package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.Scenario;
import org.accordledger.api.TestLedger;
import org.accordledger.core.Role;
import org.accordledger.projections.ViewsSchema;
import org.accordledger.store.LedgerStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The drafting workspace over HTTP: who may read it, and what it keeps of those who write. */
class DraftReadTest {
  private static final Map<String, String> PUBLISHED = Map.of("Prefer", "wait=published");
  private static final String WRITER = "quill-of-unlikely-name";

  private final TestLedger ledger = TestLedger.shared();
  private final Scenario scenario = new Scenario(ledger);

  @Test
  void those_who_negotiate_read_what_was_contributed_and_outsiders_get_nothing() {
    HttpAnswer answer = contribute();
    String address = drafts();

    JsonNode draft = ok(scenario.as(Role.PARTY, "borea").get(address)).json();
    assertThat(draft.at("/contributions/0/text/0/text").asString()).isEqualTo("Be quiet.");
    assertThat(scenario.nobody().get(address).status()).isEqualTo(401);
    assertThat(scenario.as(Role.MONITOR, "watch").get(address).status()).isEqualTo(403);
    String elsewhere =
        ledger.token("elsewhere", Role.NEGOTIATOR, new Scenario(ledger).accord(), "alba");
    HttpAnswer hidden = scenario.with(elsewhere).get(address);
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.json().get("detail").asString())
        .isEqualTo(
            scenario
                .as(Role.PARTY, "borea")
                .get(address.replace("/joint", "/none"))
                .json()
                .get("detail")
                .asString()
                .replace("none", "joint"));
    String line = "/payloads?limit=1&from=" + answer.json().get("position").asLong();
    assertThat(scenario.nobody().get(line).response().body()).contains("\"withheld\":true");
    assertThat(scenario.with(elsewhere).get(line).response().body()).contains("\"withheld\":true");
    assertThat(scenario.as(Role.PARTY, "alba").get(line).response().body()).contains("payload");
    String content = draft.at("/contributions/0/text/0/content").asString();
    assertThat(scenario.nobody().get("/contents/" + content).status()).isEqualTo(404);
    assertThat(scenario.as(Role.MONITOR, "watch").get("/contents/" + content).status())
        .isEqualTo(404);
    assertThat(
            scenario.nobody().getAtHead("/accords/" + scenario.accord()).response().body()
                + scenario.nobody().getAtHead(scenario.path("promotions")).response().body())
        .doesNotContain("joint", "Be quiet");
  }

  @Test
  void nothing_in_the_database_tells_who_contributed() {
    contribute();

    assertThat(events()).contains("drafting-workspace").doesNotContain(WRITER);
    JdbcClient database = JdbcClient.create(ledger.beans(DataSource.class).iterator().next());
    List<@Nullable String> tables =
        database
            .sql(
                "select schemaname || '.' || tablename from pg_tables where schemaname in"
                    + " ('ledger', :views)")
            .param("views", ViewsSchema.current().name())
            .query(String.class)
            .list();
    assertThat(tables)
        .contains("ledger.event", "ledger.idempotency", ViewsSchema.current().name() + ".timeline");
    for (@Nullable String table : tables) {
      // a row as text shows its bytes in hexadecimal
      assertThat(
              database
                  .sql(
                      "select count(*) from "
                          + table
                          + " one where one::text like :text or one::text like :bytes")
                  .param("text", "%" + WRITER + "%")
                  .param(
                      "bytes",
                      "%" + HexFormat.of().formatHex(WRITER.getBytes(StandardCharsets.UTF_8)) + "%")
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void a_contribution_repeated_under_its_key_is_answered_and_not_done_again() {
    created(scenario.draft());
    Map<String, String> key = Map.of("Idempotency-Key", "draft-key-" + scenario.accord());

    HttpAnswer first = ok(writer().post(scenario.path("contributions"), body(), key));
    HttpAnswer again = ok(writer().post(scenario.path("contributions"), body(), key));

    assertThat(again.json().get("position").asLong())
        .isEqualTo(first.json().get("position").asLong());
  }

  @Test
  void a_promotion_is_signed_names_who_approved_it_and_becomes_an_offer() {
    contribute();
    HttpAnswer promoted =
        ok(
            scenario
                .as(Role.PARTY, "alba")
                .post(
                    scenario.path("promotions"),
                    """
                    {"draft": "joint", "offer": "first", "offered_by": "alba", "severable": true,
                     "items": [{"code": "quiet", "basket": "media", "kind": "prohibition", "text": {"en": "Be quiet."},
                                "verifiability": "d", "entry": {"needs": "all_parties"}}],
                     "approval": {"office": "Deputy minister", "level": "ministry", "on": "2015-01-01", "person": "Ada Example"}}
                    """));
    String since = "?min_position=" + promoted.json().get("position").asLong();

    JsonNode promotion =
        ok(scenario.nobody().get(scenario.path("promotions") + since)).json().at("/items/0");
    assertThat(promotion.at("/promoted_by").asString()).isEqualTo("party-alba");
    assertThat(promotion.at("/party").asString()).isEqualTo("alba");
    assertThat(promotion.at("/approval/level").asString()).isEqualTo("ministry");
    assertThat(promotion.at("/approval/person/text").asString()).isEqualTo("Ada Example");
    assertThat(
            ok(scenario.nobody().get("/accords/" + scenario.accord() + since))
                .json()
                .at("/offers/0/offered_by")
                .asString())
        .isEqualTo("alba");
    assertThat(events()).doesNotContain("Ada Example");
    assertThat(writer().post(scenario.path("contributions"), body()).code())
        .isEqualTo("draft_promoted");
  }

  private HttpAnswer contribute() {
    created(scenario.draft());
    return ok(writer().post(scenario.path("contributions"), body(), PUBLISHED));
  }

  private static String body() {
    return "{\"draft\": \"joint\", \"clause\": \"quiet\", \"text\": {\"en\": \"Be quiet.\"}}";
  }

  private Client writer() {
    return scenario.with(ledger.token(WRITER, Role.NEGOTIATOR, scenario.accord(), "alba"));
  }

  private String drafts() {
    return scenario.path("drafts/joint") + "?min_position=" + ledger.head();
  }

  private String events() {
    return ledger
        .beans(LedgerStore.class)
        .iterator()
        .next()
        .events()
        .readStream(scenario.accord(), 0)
        .stream()
        .map(event -> new String(event.payload(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
