package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.ok;
import static org.accordledger.api.acceptance.ImportedPlay.addressOf;
import static org.accordledger.api.acceptance.ImportedPlay.admit;
import static org.accordledger.api.acceptance.ImportedPlay.between;
import static org.accordledger.api.acceptance.ImportedPlay.content;
import static org.accordledger.api.acceptance.ImportedPlay.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.imports.ImportRun;
import org.accordledger.api.imports.RealData;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Allegations that are imported from files by their mappings and then decided, each under an accord
 * of its own. What is voted here is made up, as the accords are.
 */
class RealDataRowsTest {
  private static final String INCIDENTS = "eurepoc-global-1.1.csv";
  private static final String LEAKS =
      """
      {"acts": ["hack-and-leak"], "effective_from": "2015-01-01", "elements": [
        {"code": "obtained", "text": {"en": "It was obtained by a state agency."}},
        {"code": "significant", "text": {"en": "It is politically significant."}},
        {"code": "public", "text": {"en": "It was made public."}}]}
      """;
  private static final String ADS =
      """
      {"acts": ["paid-political-advertising"], "effective_from": "2015-01-01", "elements": [
        {"code": "political", "text": {"en": "The advertising is political."}},
        {"code": "buyer", "text": {"en": "The buyer is a body of the state."}},
        {"code": "authorised", "text": {"en": "The state authorised or directed it."}}]}
      """;
  private static final String INVENTED_ADS =
      """
      about: Made up.
      accord: accord-sample
      group:
        by: {column: day, date: yyyy-MM-dd, as: month, otherwise: undated}
      allegation:
        complainant: watch
        source_id: {text: "ads/{$group}"}
        title: {text: "{$rows} advertisements, {$group}"}
        narrative:
          en: Made-up rows.
        respondent: borea
        clause: commitment-2
        occurred: {month: {column: day, date: yyyy-MM-dd}}
        exhibits:
          - id: rows
            kind: data_set
            title: Rows
            content: rows
            totals:
              rows: {count: rows}
              spend: {sum: amount, by: currency}
              votes: {count: rows, when: {column: text, contains: vote}}
      """;

  @TempDir private Path directory;

  @Test
  void R20_of_a_leak_in_the_public_record_each_element_is_found_by_a_majority_of_its_own()
      throws IOException {
    Path file = RealData.file(INCIDENTS);
    Play play = between("us", "ru", Play.clause("commitment-1", LEAKS), "eurepoc");
    imported(play, example("eurepoc-incidents.yaml"), file);
    String address = addressOf(play, "eurepoc/862", "ru");
    JsonNode allegation = now(play, address).get("allegation");
    assertThat(allegation.get("title").asString()).contains("DNC");
    assertThat(allegation.at("/occurred/from").asString()).isEqualTo("2016-04-01");
    // the source dates the attribution before the incident, and is kept as it says
    assertThat(allegation.get("disclosed").asString()).isEqualTo("2016-01-01");
    assertThat(allegation.at("/exhibits/0/totals/attributions").asString()).isEqualTo("2");

    admit(play, address);
    ok(play.responds(address, "ru", "{\"kind\": \"not_us\"}"));
    play.seated(address);
    String[][] votes = {
      {"established", "established", "not_determinable"},
      {"established", "not_established", "not_determinable"},
      {"not_determinable", "established", "established"}
    };
    for (int judge = 0; judge < votes.length; judge++) {
      Map<String, String> answers =
          answers(
              "obtained", votes[judge][0],
              "significant", votes[judge][1],
              "public", votes[judge][2]);
      ok(play.votes(address, judge, Play.opinion(answers, "established", null)));
    }
    ok(play.adopts(address));

    JsonNode finding = now(play, address).at("/findings/0");
    assertThat(element(finding, "obtained")).isEqualTo("established");
    assertThat(element(finding, "significant")).isEqualTo("established");
    assertThat(element(finding, "public")).isEqualTo("not_determinable");
    assertThat(finding.get("outcome").asString()).isEqualTo("not_determinable");
    assertThat(play.cell("ru", "commitment-1").get("grade").asString())
        .isEqualTo("not_determinable");
  }

  @Test
  void R21_thousands_of_released_ads_become_an_allegation_a_month_with_their_totals()
      throws IOException {
    Path file = RealData.file("ira-facebook-ads.csv");
    Play play = between("us", "ru", Play.clause("commitment-2", ADS), "ira-register");

    List<String> said = imported(play, example("ira-facebook-ads.yaml"), file);

    assertThat(said.getLast()).isEqualTo("imported 3498, already present 0, rejected 0");
    JsonNode items = now(play, "/cases?limit=200&accord=" + play.accord()).get("items");
    assertThat(items).hasSize(29);
    String address = addressOf(play, "ira-facebook-ads/2016-10", "ru");
    JsonNode totals = now(play, address).at("/allegation/exhibits/0/totals");
    assertThat(totals.get("rows").asString()).isEqualTo("260");
    assertThat(totals.get("clicks").asString()).isEqualTo("289519");
    assertThat(totals.get("mentions_election").asString()).isEqualTo("13");
    assertThat(new BigDecimal(totals.get("spend.RUB").asString()))
        .isEqualByComparingTo("538509.96");
    isFoundPoliticalAndBoughtAndNotKnownToBeAuthorised(play, address, "ru");
  }

  @Test
  void R21_thousands_of_invented_ads_become_one_allegation_with_findings_apart()
      throws IOException {
    Play play = between("alba", "borea", Play.clause("commitment-2", ADS), "watch");
    StringBuilder rows = new StringBuilder("day,amount,currency,text\n");
    for (int row = 0; row < 2_500; row++) {
      rows.append("2019-03-%02d,1.25,EUR,%s\n".formatted(1 + row % 31, row < 40 ? "vote" : "buy"));
    }
    Path file = Files.writeString(directory.resolve("ads.csv"), rows);

    assertThat(imported(play, INVENTED_ADS, file).getLast())
        .isEqualTo("imported 2500, already present 0, rejected 0");
    assertThat(imported(play, INVENTED_ADS, file).getLast())
        .isEqualTo("imported 0, already present 2500, rejected 0");

    JsonNode items = now(play, "/cases?accord=" + play.accord()).get("items");
    assertThat(items).hasSize(1);
    String address = addressOf(play, "ads/2019-03", "borea");
    JsonNode allegation = now(play, address).get("allegation");
    assertThat(allegation.get("title").asString()).isEqualTo("2500 advertisements, 2019-03");
    assertThat(allegation.at("/occurred/precision").asString()).isEqualTo("month");
    JsonNode exhibit = allegation.at("/exhibits/0");
    assertThat(exhibit.at("/totals/rows").asString()).isEqualTo("2500");
    assertThat(exhibit.at("/totals/votes").asString()).isEqualTo("40");
    assertThat(new BigDecimal(exhibit.at("/totals/spend.EUR").asString()))
        .isEqualByComparingTo("3125");
    assertThat(content(play, exhibit).lines()).hasSize(2_501);
    isFoundPoliticalAndBoughtAndNotKnownToBeAuthorised(play, address, "borea");
  }

  private static void isFoundPoliticalAndBoughtAndNotKnownToBeAuthorised(
      Play play, String address, String respondent) {
    admit(play, address);
    Map<String, String> answers =
        answers(
            "political", "established", "buyer", "established", "authorised", "not_determinable");

    play.decided(address, Play.opinion(answers, "not_determinable", null));

    JsonNode finding = now(play, address).at("/findings/0");
    assertThat(element(finding, "political")).isEqualTo("established");
    assertThat(element(finding, "buyer")).isEqualTo("established");
    assertThat(element(finding, "authorised")).isEqualTo("not_determinable");
    assertThat(finding.get("outcome").asString()).isEqualTo("not_determinable");
    JsonNode counts = play.cell(respondent, "commitment-2").get("counts");
    assertThat(counts.get("finding_not_determinable").asInt()).isEqualTo(1);
    assertThat(counts.get("finding_violation").asInt()).isZero();
  }

  /** A mapping of the examples, which is used under another accord than the one it prepares. */
  private static String example(String name) throws IOException {
    return Files.readString(RealData.ROOT.resolve("examples/mappings").resolve(name))
        .replace("prepare: ../model-code\n", "");
  }

  /** What the import said, line by line. */
  private List<String> imported(Play play, String mapping, Path file) throws IOException {
    Path yaml = Files.writeString(directory.resolve("mapping.yaml"), mapping);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (LedgerClient client = new LedgerClient(play.ledger().running().address(), null)) {
      boolean used =
          new ImportRun(
                  new ImportRun.Request(
                      yaml,
                      List.of(file),
                      play.accord(),
                      false,
                      directory.resolve("rejects.csv"),
                      false),
                  client,
                  binding ->
                      play.ledger()
                          .token(binding.account(), Role.MONITOR, binding.accord(), binding.body()),
                  new PrintStream(said, true, StandardCharsets.UTF_8))
              .run();
      assertThat(used).isTrue();
    }
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static String element(JsonNode finding, String code) {
    return finding.at("/opinion/elements/" + code + "/value").asString();
  }

  private static Map<String, String> answers(String... elements) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (int i = 0; i < elements.length; i += 2) {
      answers.put(elements[i], elements[i + 1]);
    }
    return answers;
  }
}
