package org.accordledger.api.reads;

import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.accordledger.api.HttpAnswer;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The list of cases as of an earlier point, and by the months of their incidents. */
class PastCasesTest {
  private final Story story = new Story();

  @Test
  void a_case_stands_where_it_stood_and_one_that_was_filed_later_is_not_there() {
    String id = story.submit();
    HttpAnswer then = story.read(list(""));
    long before = story.position();
    story.admit(id);
    story.respond(id, "not_us", "No.");
    String later = story.submit();

    HttpAnswer past = ok(story.read(list("&as_of=" + before)));
    assertThat(past.json().get("items")).isEqualTo(then.json().get("items"));
    assertThat(past.json().at("/items/0/course/stage").asString()).isEqualTo("submitted");
    assertThat(past.response().body()).doesNotContain(later, "not_us");
    assertThat(past.header("Ledger-Position")).isEqualTo(String.valueOf(before));
    assertThat(ids(list("&as_of=" + story.position()))).containsExactly(later, id);
    assertThat(story.read(list("&as_of=" + story.position())).json().get("items"))
        .isEqualTo(story.read(list("")).json().get("items"));
    assertThat(ids(list("&as_of=0"))).isEmpty();

    String time = then.json().at("/items/0/recorded_at").asString();
    HttpAnswer atTime = ok(story.read(list("&as_of=" + time)));
    assertThat(atTime.json()).isEqualTo(past.json());
    assertThat(ids(list("&as_of=1999-12-31"))).isEmpty();
  }

  @Test
  void stages_are_those_of_the_point_asked_for() {
    String moved = story.submit();
    String rested = story.submit();
    long before = story.position();
    story.admit(moved);
    String at = "&as_of=" + before;
    assertThat(ids(list("&stage=submitted" + at))).containsExactly(rested, moved);
    assertThat(ids(list("&stage=notified" + at))).isEmpty();
    assertThat(ids(list("&stage=notified&as_of=" + story.position()))).containsExactly(moved);
  }

  @Test
  void the_cases_behind_a_figure_are_those_it_counted_then() {
    String moved = story.submit();
    long before = story.position();
    story.admit(moved);
    String later = story.submit();
    String cell = list("&respondent=borea&clause=no-fakes");
    String at = "&as_of=" + before;
    JsonNode then = ok(story.read(cell + "&counter=awaiting_admission" + at)).json().get("items");
    assertThat(then.findValuesAsString("case_id")).containsExactly(moved);
    assertThat(then.at("/0/course/stage").asString()).isEqualTo("submitted");
    assertThat(ids(cell + "&counter=awaiting_response" + at)).isEmpty();
    assertThat(ids(cell + "&counter=awaiting_response")).containsExactly(moved);
    assertThat(ids(cell + "&counter=alleged")).containsExactly(later, moved);
    assertThat(story.read(cell + "&counter=alleged&as_of=" + story.position()).json().get("items"))
        .isEqualTo(story.read(cell + "&counter=alleged").json().get("items"));
    assertThat(ids(cell + "&counter=alleged&incidents=1999-01")).isEmpty();
  }

  @Test
  void incidents_of_other_months_and_those_without_a_date_are_left_out_by_a_period() {
    String today = story.submit();
    String undated =
        story.submit(
            "{\"from\": \"%s\", \"precision\": \"day\"}".formatted(LocalDate.now(ZoneOffset.UTC)),
            "{\"precision\": \"unknown\"}");
    YearMonth month = month(today);
    for (String at : List.of("", "&as_of=" + story.position())) {
      assertThat(ids(list(at))).containsExactly(undated, today);
      assertThat(ids(list("&incidents=" + month + at))).containsExactly(today);
      assertThat(ids(list("&incidents=.." + month + at))).containsExactly(today);
      assertThat(ids(list("&incidents=" + month.plusMonths(1) + ".." + at))).isEmpty();
      assertThat(ids(list("&incidents=.." + month.minusMonths(1) + at))).isEmpty();
    }
  }

  private YearMonth month(String id) {
    JsonNode occurred = story.read("/cases/" + id).json().at("/allegation/occurred/from");
    return YearMonth.from(LocalDate.parse(occurred.asString()));
  }

  @Test
  void a_restricted_case_is_hidden_in_the_past_too_and_counted_from_the_day_it_came() {
    String open = story.submit();
    long before = story.position();
    String hidden = story.submit("\"marking\": \"clear\", \n", "\"marking\": \"amber\", \n");
    String at = list("&as_of=" + story.position());
    HttpAnswer past = story.read(at);
    assertThat(past.response().body()).doesNotContain(hidden);
    assertThat(past.json().get("left_out").asLong()).isEqualTo(1);
    assertThat(leftOut("&incidents=1999-01&as_of=" + story.position())).isEqualTo(1);
    assertThat(leftOut("&stage=decided&as_of=" + story.position())).isEqualTo(1);
    assertThat(leftOut("&as_of=" + before)).isZero();
    HttpAnswer registrar = story.read(at, "application/json", story.token(Role.REGISTRAR, null));
    assertThat(registrar.json().get("items").findValuesAsString("case_id"))
        .containsExactly(hidden, open);
    assertThat(registrar.header("Cache-Control")).contains("no-cache", "private");
  }

  private long leftOut(String query) {
    return story.read(list(query)).json().get("left_out").asLong();
  }

  @Test
  void a_position_is_kept_for_ever_and_a_time_is_asked_for_again() {
    story.submit();
    assertThat(story.read(list("&as_of=" + story.position())).header("Cache-Control"))
        .contains("immutable", "public");
    assertThat(story.read(list("&as_of=9999-12-31")).header("Cache-Control")).contains("no-cache");
    assertThat(story.read(list("")).header("Cache-Control")).contains("no-cache");
  }

  @Test
  void a_past_list_is_walked_through_while_cases_arrive() {
    String first = story.submit();
    String second = story.submit();
    String third = story.submit();
    HttpAnswer page = story.read(list("&limit=1&as_of=" + story.position()));
    assertThat(shown(page)).containsExactly(third);
    story.admit(second);
    story.submit();
    page = story.read(neighbour(page, 0));
    assertThat(shown(page)).containsExactly(second);
    assertThat(page.json().at("/items/0/course/stage").asString()).isEqualTo("submitted");
    String back = page.response().headers().allValues("Link").get(1);
    page = story.read(neighbour(page, 0));
    assertThat(shown(page)).containsExactly(first);
    assertThat(page.json().has("next")).isFalse();
    assertThat(shown(story.read(address(back)))).containsExactly(third);
  }

  private static String neighbour(HttpAnswer page, int which) {
    return address(page.response().headers().allValues("Link").get(which));
  }

  private static String address(String link) {
    return link.substring(1, link.indexOf('>'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"as_of=yesterday", "as_of=999999999", "incidents=2020-13"})
  void what_is_no_point_and_what_is_no_period_is_refused_by_name(String wrong) {
    HttpAnswer answer = story.read(list("&" + wrong));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("parameter").asString())
        .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
  }

  private String list(String query) {
    return "/cases?accord=" + story.accord() + query;
  }

  private List<String> ids(String path) {
    return shown(ok(story.read(path)));
  }

  private static List<String> shown(HttpAnswer answer) {
    return answer
        .json()
        .get("items")
        .valueStream()
        .map(one -> one.get("case_id").asString())
        .toList();
  }
}
