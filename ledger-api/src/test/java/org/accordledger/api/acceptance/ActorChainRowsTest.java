package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.ok;
import static org.accordledger.api.acceptance.ImportedPlay.addressOf;
import static org.accordledger.api.acceptance.ImportedPlay.admit;
import static org.accordledger.api.acceptance.ImportedPlay.between;
import static org.accordledger.api.acceptance.ImportedPlay.content;
import static org.accordledger.api.acceptance.ImportedPlay.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.accordledger.api.cli.CommandRun;
import org.accordledger.api.imports.RealData;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who acted for whom, as public sources say, by a mapping of the examples as it is. */
class ActorChainRowsTest {
  @TempDir private Path directory;

  @Test
  void R33_attributions_that_name_two_states_are_two_cases_each_with_all_of_them_and_its_finding()
      throws IOException {
    Play play = imported("ru", "by");
    String one = addressOf(play, "eurepoc/1274", "ru");
    String other = addressOf(play, "eurepoc/1274", "by");
    assertThat(other).isNotEqualTo(one);

    JsonNode allegedOfOne = now(play, one).get("allegation");
    JsonNode allegedOfOther = now(play, other).get("allegation");
    holdsEveryAttribution(play, allegedOfOne);
    holdsEveryAttribution(play, allegedOfOther);
    assertThat(chain(allegedOfOne))
        .containsExactly(
            "agency UNC1151/ Ghostwriter ru organ", "agency GRU ru organ", "state  ru unknown");
    assertThat(chain(allegedOfOther))
        .containsExactly(
            "agency UNC1151/ Ghostwriter by organ",
            "group Ghostwriter by unknown",
            "state  by unknown");
    // five attributions to one of them, of four days; one to the other
    assertThat(allegedOfOne.has("disclosed") && !allegedOfOne.get("disclosed").isNull()).isFalse();
    assertThat(allegedOfOther.get("disclosed").asString()).isEqualTo("2021-11-16");
    assertThat(Files.readAllLines(directory.resolve("rejects.csv")))
        .filteredOn(line -> line.contains(",eurepoc/1274,"))
        .anyMatch(line -> line.contains(",nothing,several_accused,") && line.contains("ru, by"))
        .anyMatch(line -> line.contains(",part,several_values,") && line.contains("2021-03-26"));

    admit(play, one);
    ok(play.responds(one, "ru", "{\"kind\": \"not_us\"}"));
    play.seated(one);
    votedAndAdopted(play, one, "not_determinable");
    admit(play, other);
    ok(play.responds(other, "by", "{\"kind\": \"not_the_state\"}"));
    play.seated(other);
    votedAndAdopted(play, other, "not_established");

    isFound(now(play, one).at("/findings/0"), "not_determinable", "not_determinable");
    isFound(now(play, other).at("/findings/0"), "not_established", "not_attributable");
  }

  @Test
  void R33_a_group_goes_with_its_suspected_sponsor_and_the_confidence_that_a_catalogue_gives()
      throws IOException {
    Play play = imported("ru", "us");

    JsonNode allegation = now(play, addressOf(play, "eurepoc/862", "ru")).get("allegation");

    assertThat(chain(allegation))
        .hasSize(4)
        .first()
        .asString()
        .startsWith("agency Fancy Bear/APT28/")
        .endsWith(" ru organ");
    assertThat(chain(allegation))
        .endsWith("group APT28 ru unknown", "group APT29 ru unknown", "state  ru unknown");
    assertThat(allegation.get("attribution_value").asInt()).isEqualTo(50);
    JsonNode actor = exhibit(allegation, "actor-1");
    assertThat(actor.get("title").asString())
        .isEqualTo("Threat actor APT28, suspected sponsor Russian Federation");
    assertThat(actor.at("/totals/confidence").asString()).isEqualTo("50");
    assertThat(content(play, actor)).contains("FANCY BEAR");
  }

  /** Imports by the command and the mapping that users have, under an accord between these two. */
  private Play imported(String one, String other) {
    Path file = RealData.file("eurepoc-global-1.1.csv");
    Play play =
        between(
            one,
            other,
            Play.clause("commitment-1", "{\"effective_from\": \"2015-01-01\"}"),
            "eurepoc");
    String[] arguments = {
      "import",
      "--mapping",
      RealData.ROOT.resolve("examples/mappings/eurepoc-attributions.yaml").toString(),
      "--accord",
      play.accord(),
      "--server",
      play.ledger().running().address().toString(),
      "--token",
      play.ledger().token("import.eurepoc", Role.MONITOR, play.accord(), "eurepoc"),
      "--rejects",
      directory.resolve("rejects.csv").toString(),
      file.toString()
    };
    assertThat(CommandRun.of(arguments)).isZero();
    long head = play.ledger().head();
    assertThat(CommandRun.of(arguments)).isZero();
    assertThat(play.ledger().head()).as("the second time adds nothing").isEqualTo(head);
    return play;
  }

  private static void holdsEveryAttribution(Play play, JsonNode allegation) {
    assertThat(
            allegation
                .get("exhibits")
                .valueStream()
                .filter(exhibit -> exhibit.get("id").asString().startsWith("attribution-"))
                .map(
                    exhibit ->
                        exhibit.get("kind").asString() + ": " + exhibit.get("title").asString()))
        .containsExactly(
            "official_document: Attribution 8611.0, to Russia, by High Representative of the Union"
                + " for Foreign Affairs and Security Policy (HR/VP)",
            "technical_report: Attribution 8612.0, to Belarus, by Mandiant",
            "press: Attribution 8613.0, to Russia, by Federal Government of Germany",
            "press: Attribution 8614.0, to Russia: Media-based attribution",
            "press: Attribution 8614.0, to Russia: Media-based attribution",
            "technical_report: Attribution 8615.0, which names no country: IT-security community"
                + " attributes attacker");
    assertThat(content(play, exhibit(allegation, "attribution-2")))
        .contains("2021-11-16", "Technical report", "Mandiant", "Belarus", "UNC1151/ Ghostwriter");
  }

  private static JsonNode exhibit(JsonNode allegation, String id) {
    return allegation
        .get("exhibits")
        .valueStream()
        .filter(exhibit -> exhibit.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Level, name, state and control of each link. */
  private static List<String> chain(JsonNode allegation) {
    return allegation
        .get("actor_chain")
        .valueStream()
        .map(
            link ->
                "%s %s %s %s"
                    .formatted(
                        link.get("level").asString(),
                        link.path("name").asString(""),
                        link.path("state").asString(""),
                        link.get("control").asString()))
        .toList();
  }

  private static void votedAndAdopted(Play play, String address, String attributable) {
    String opinion =
        """
        {"elements": {"forged": {"value": "established", "confidence": "high"}},
         "happened": {"value": "established", "confidence": "high"},
         "attributable": {"value": "%s", "confidence": "low"}}
        """
            .formatted(attributable);
    for (int judge = 0; judge < 3; judge++) {
      ok(play.votes(address, judge, opinion));
    }
    ok(play.adopts(address));
  }

  private static void isFound(JsonNode finding, String attributable, String outcome) {
    assertThat(finding.at("/opinion/happened/value").asString()).isEqualTo("established");
    assertThat(finding.at("/opinion/happened/confidence").asString()).isEqualTo("high");
    assertThat(finding.at("/opinion/attributable/value").asString()).isEqualTo(attributable);
    assertThat(finding.at("/opinion/attributable/confidence").asString()).isEqualTo("low");
    assertThat(finding.get("outcome").asString()).isEqualTo(outcome);
  }
}
