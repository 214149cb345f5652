package org.accordledger.api.reads;

import static org.assertj.core.api.Assertions.assertThat;

import org.accordledger.api.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ScorecardReadTest {
  private final Story story = new Story();

  @Test
  void a_case_is_counted_in_its_cell_and_the_answer_names_its_position() {
    story.submit();
    HttpAnswer answer = story.read("/scorecard?accord=" + story.accord());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Ledger-Position"))
        .isEqualTo(answer.json().get("position").asString());
    assertThat(answer.json().get("position").asLong()).isGreaterThanOrEqualTo(story.position());
    assertThat(count(answer, "borea", "alleged")).isEqualTo(1);
    assertThat(count(answer, "borea", "awaiting_admission")).isEqualTo(1);
    assertThat(count(answer, "alba", "alleged")).isZero();
    assertThat(answer.json().get("accords").get(0).get("accord").asString())
        .isEqualTo(story.accord());
  }

  @Test
  void an_earlier_position_shows_the_earlier_figures_for_ever() {
    String caseId = story.submit();
    long before = story.position();
    story.admit(caseId);
    HttpAnswer past = story.read("/scorecard?accord=" + story.accord() + "&as_of=" + before);
    HttpAnswer now = story.read("/scorecard?accord=" + story.accord());
    assertThat(count(past, "borea", "awaiting_response")).isZero();
    assertThat(count(now, "borea", "awaiting_response")).isEqualTo(1);
    assertThat(past.header("Ledger-Position")).isEqualTo(Long.toString(before));
    assertThat(past.header("Cache-Control")).contains("immutable", "public", "max-age=31536000");
    assertThat(now.header("Cache-Control")).contains("no-cache");
    assertThat(past.header("Vary")).contains("Accept", "Authorization");
  }

  @Test
  void an_earlier_time_shows_the_figures_of_that_time() {
    String caseId = story.submit();
    String time = story.read("/cases/" + caseId).json().get("recorded_at").asString();
    story.admit(caseId);
    HttpAnswer past = story.read("/scorecard?accord=" + story.accord() + "&as_of=" + time);
    assertThat(count(past, "borea", "alleged")).isEqualTo(1);
    assertThat(count(past, "borea", "awaiting_response")).isZero();
    assertThat(past.header("Cache-Control")).contains("no-cache");
  }

  @Test
  void incidents_outside_the_period_are_not_counted() {
    story.submit();
    HttpAnswer none =
        story.read("/scorecard?accord=" + story.accord() + "&incidents=2015-01..2015-12");
    assertThat(count(none, "borea", "alleged")).isZero();
    assertThat(none.json().get("incidents").get("from").asString()).isEqualTo("2015-01");
  }

  @Test
  void a_reader_that_has_the_answer_gets_304_and_no_body() {
    story.submit();
    String path = "/scorecard?accord=" + story.accord() + "&as_of=" + story.position();
    HttpAnswer first = story.read(path);
    HttpAnswer again = story.readIfNoneMatch(path, first.header("ETag"));
    assertThat(first.header("ETag")).matches("\"[A-Za-z0-9_-]{43}\"");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(story.readIfNoneMatch(path, "\"other\"").status()).isEqualTo(200);
  }

  @Test
  void the_csv_has_one_row_per_cell_and_says_what_it_is() {
    story.submit();
    HttpAnswer csv = story.read("/scorecard?accord=" + story.accord(), "text/csv", null);
    assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    String[] lines = csv.response().body().split("\r\n", -1);
    assertThat(lines).hasSize(4);
    assertThat(lines[0]).startsWith("accord,hypothetical,party,clause,grade,method,");
    assertThat(lines[0]).contains(",alleged,").contains(",position,recorded_at,left_out");
    assertThat(lines[1]).startsWith(story.accord() + ",false,alba,no-fakes,");
    assertThat(lines[2]).startsWith(story.accord() + ",false,borea,no-fakes,");
    assertThat(story.read("/scorecard?format=csv").header("Content-Type")).startsWith("text/csv");
  }

  @Test
  void a_cell_opens_to_the_cases_behind_each_of_its_figures() {
    String first = story.submit();
    String second = story.submit();
    story.admit(second);
    HttpAnswer alleged = story.read(story.cell("borea"));
    assertThat(ids(alleged)).containsExactly(second, first);
    HttpAnswer awaiting = story.read(story.cell("borea") + "?counter=awaiting_response");
    assertThat(ids(awaiting)).containsExactly(second);
    assertThat(story.read(story.cell("borea") + "?counter=decided").json().get("cases")).isEmpty();
  }

  @Test
  void the_pages_of_a_cell_follow_one_another_by_cursor() {
    String first = story.submit();
    String second = story.submit();
    HttpAnswer page = story.read(story.cell("borea") + "?limit=1");
    assertThat(ids(page)).containsExactly(second);
    assertThat(page.header("Link")).contains("rel=\"next\"");
    String next = page.json().get("next").asString();
    assertThat(ids(story.read(story.cell("borea") + "?limit=1&cursor=" + next)))
        .containsExactly(first);
  }

  @ParameterizedTest
  @CsvSource({
    "/scorecard?as_of=tomorrow,as_of",
    "/scorecard?as_of=999999999,as_of",
    "/scorecard?as_of=%2B300000-01-01T00:00:00Z,as_of",
    "/scorecard?as_of=-5000-01-01T00:00:00Z,as_of",
    "/accords/accord-x?as_of=%2B300000-01-01T00:00:00Z,as_of",
    "/scorecard?incidents=2016,incidents",
    "/scorecard?incidents=%2B999999999-01,incidents",
    "/cells/accord-x/alba/no-fakes?incidents=-0001-01..2016-01,incidents",
    "/scorecard?method=first,method",
    "/scorecard?method=3,method",
    "/scorecard?accord=Not!Valid,accord",
    "/scorecard?acord=accord-x,acord",
    "/scorecard?min_position=-1,min_position",
    "/scorecard?format=xml,format",
    "/cases?limit=201,limit",
    "/cases?stage=lost,stage",
    "/cases?cursor=%21,cursor",
    "/elections?cursor=AAAA,cursor",
    "/accords?cursor=_____w,cursor",
    "/cases?counter=alleged,counter",
    "/cells/accord-x/alba/no-fakes?counter=stars,counter"
  })
  void a_wrong_parameter_is_named(String path, String parameter) {
    HttpAnswer answer = story.read(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.code()).isEqualTo("invalid_parameter");
    assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
    assertThat(answer.json().get("detail").asString()).contains(parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "as_of=0000-01-01",
        "as_of=9999-12-31",
        "as_of=9999-12-31T23:59:59-18:00",
        "as_of=0000-01-01T00:00:00%2B18:00",
        "incidents=0000-01..9999-12"
      })
  void the_first_and_the_last_year_are_answered(String query) {
    assertThat(story.read("/scorecard?" + query).status()).isEqualTo(200);
    assertThat(story.read(story.cell("borea") + "?incidents=0000-01..9999-12").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/accords/accord-nowhere",
        "/cases/case-nowhere",
        "/cases/case-nowhere/timeline",
        "/cells/accord-nowhere/alba/no-fakes",
        "/contents/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void what_is_not_there_is_not_found(String path) {
    HttpAnswer answer = story.read(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
  }

  private static long count(HttpAnswer answer, String party, String counter) {
    for (JsonNode cell : answer.json().get("cells")) {
      if (cell.get("key").get("party").asString().equals(party)) {
        return cell.get("counts").get(counter).asLong();
      }
    }
    throw new AssertionError("no cell of " + party + " in " + answer.response().body());
  }

  private static java.util.List<String> ids(HttpAnswer answer) {
    return answer
        .json()
        .get("cases")
        .valueStream()
        .map(one -> one.get("case_id").asString())
        .toList();
  }
}
