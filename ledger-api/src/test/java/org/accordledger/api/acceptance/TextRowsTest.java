package org.accordledger.api.acceptance;

import static org.accordledger.api.Scenario.created;
import static org.accordledger.api.Scenario.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accordledger.api.Client;
import org.accordledger.api.HttpAnswer;
import org.accordledger.api.imports.RealData;
import org.accordledger.core.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What texts are made of and how they are read: templates, named acts, terms, reservations. */
class TextRowsTest {
  /** An id and a name, which may be quoted, at the beginning of a row. */
  private static final Pattern TECHNIQUE =
      Pattern.compile("^(T\\d+(?:\\.\\d+)?),(\"(?:[^\"]|\"\")*\"|[^,]*),");

  @Test
  void R16_an_accord_made_from_a_template_takes_a_leaked_dossier_from_allegation_to_remedy() {
    Play play = fromTemplate();
    String clause = "obtained-information";
    String grade = play.cell("borea", clause).get("grade").asString();
    String address =
        play.caseOf(
            """
            {"clause": "obtained-information", "title": "A leaked dossier",
             "acts": ["eurepoc:data-theft-and-doxing", "disarm:T0089.001"],
             "actor_chain": [
               {"level": "group", "name": "Night Owls", "state": "borea", "control": "direction_or_control"},
               {"level": "agency", "name": "An agency", "state": "borea", "control": "organ"}],
             "exhibits": [{"id": "dossier", "kind": "technical_report", "title": "The dossier",
               "marking": "clear", "text": "Minutes of a party's board"}]}
            """);
    assertThat(play.cell("borea", clause).get("grade").asString()).isEqualTo(grade);
    play.admit(address);
    ok(play.responds(address, "borea", "{\"kind\": \"not_us\", \"text\": {\"en\": \"No.\"}}"));
    ok(play.party("alba").post(address + "/replies", "{\"text\": {\"en\": \"It was.\"}}"));
    roster(play);
    beforeThePanel(play, address);

    String opinion =
        Play.opinion(
            Map.of(
                "obtained-by-agency", "established",
                "politically-significant", "established",
                "made-public", "established"),
            "established",
            "serious");
    voted(play, address, opinion);
    JsonNode finding = now(play, address).at("/findings/0");
    assertThat(finding.get("outcome").asString()).isEqualTo("violation");
    assertThat(finding.get("wording").asString()).isEqualTo("departure from a commitment");
    assertThat(finding.at("/opinion/elements")).hasSize(3);
    assertThat(play.cell("borea", clause).get("grade").asString()).isEqualTo("violation");

    remedied(play, address);
    assertThat(typesOf(now(play, address + "/timeline")))
        .containsSubsequence(
            "case.allegation_submitted.v2",
            "case.case_admitted.v1",
            "case.respondent_notified.v1",
            "case.response_filed.v2",
            "case.reply_filed.v2",
            "case.case_referred.v1",
            "case.panel_seated.v1",
            "case.vote_cast.v1",
            "case.finding_adopted.v1",
            "case.remedy_ordered.v1",
            "case.remedy_reported.v1",
            "case.remedy_verified.v1",
            "case.case_closed.v1");
    assertThat(now(play, address).get("stage").asString()).isEqualTo("closed");
    assertThat(play.cell("borea", clause).get("grade").asString()).isEqualTo("violation_remedied");
    assertThat(play.cell("alba", clause).get("grade").asString()).isEqualTo(grade);
  }

  /** An accord in force, with nothing in it but what the template gives. */
  private static Play fromTemplate() {
    Play play = new Play();
    JsonNode template =
        ok(play.ledger()
                .get(
                    "/templates/single-issue?parties=alba,borea&title=Dossiers&accord="
                        + play.accord(),
                    Map.of()))
            .json();
    created(play.registrar().post("/accords", template.get("draft").toString()));
    ok(play.party("alba").post(play.path("offers"), template.get("offer").toString()));
    play.bothAccept("single-issue", "obtained-information");
    JsonNode accord = now(play, "/accords/" + play.accord());
    assertThat(accord.at("/title/en").asString()).isEqualTo("Dossiers");
    assertThat(accord.get("clauses")).hasSize(1);
    assertThat(accord.at("/clauses/0/testable").asBoolean()).isTrue();
    return play;
  }

  private static void remedied(Play play, String address) {
    String text = "\"text\": {\"en\": \"The dossier is taken down.\"}";
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    ok(
        adjudicator(play)
            .post(address + "/remedies", "{%s, \"due_by\": \"%s\"}".formatted(text, today)));
    ok(play.party("borea").post(address + "/remedy-reports", "{%s}".formatted(text)));
    ok(adjudicator(play).post(address + "/remedy-verifications", "{}"));
    ok(play.registrar().post(address + "/closure", "{}"));
  }

  private static List<String> typesOf(JsonNode timeline) {
    List<String> types = new ArrayList<>();
    for (JsonNode event : timeline.get("items")) {
      types.add(event.get("type").asString());
    }
    return types;
  }

  @Test
  void R25_every_technique_of_the_public_list_is_an_act_of_the_library_under_its_own_name()
      throws IOException {
    Map<String, String> published = new LinkedHashMap<>();
    for (String line : Files.readAllLines(RealData.file("disarm-techniques.csv"))) {
      Matcher technique = TECHNIQUE.matcher(line);
      if (technique.find()) {
        published.put("disarm:" + technique.group(1), unquoted(technique.group(2)));
      }
    }
    Map<String, String> library = new LinkedHashMap<>();
    for (JsonNode act : acts("disarm").get("items")) {
      library.put(act.get("code").asString(), act.get("name").asString());
    }

    assertThat(published).hasSizeGreaterThan(300);
    assertThat(library).containsAllEntriesOf(published);
  }

  private static String unquoted(String cell) {
    return cell.startsWith("\"")
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
        : cell;
  }

  private static JsonNode acts(String scheme) {
    return ok(new Play().ledger().get("/acts?scheme=" + scheme, Map.of())).json();
  }

  @Test
  void R25_an_act_means_the_same_in_every_accord_and_cases_are_counted_by_it() {
    String act = "eurepoc:data-theft-and-doxing";
    String acts = "{\"acts\": [\"%s\", \"whispering\"]}".formatted(act);
    assertThat(acts("eurepoc").at("/schemes/0/licence").asString()).startsWith("CC0");
    for (int accord = 0; accord < 2; accord++) {
      Play play = Play.drafted("{}");
      play.offer("offer-1", "alba", Play.clause("no-fakes", acts));
      play.bothAccept("offer-1", "no-fakes");
      String both = play.caseOf(acts);
      String other = play.caseOf("{\"acts\": [\"whispering\"]}");

      JsonNode named = now(play, "/accords/" + play.accord()).get("acts");
      assertThat(named.at("/0/code").asString()).isEqualTo(act);
      assertThat(named.at("/0/name").asString()).isEqualTo("Data theft & Doxing");
      assertThat(named.at("/1/known").asBoolean()).isFalse();
      assertThat(now(play, both).at("/allegation/named_acts/0/name").asString())
          .isEqualTo("Data theft & Doxing");
      JsonNode counted = now(play, play.path("tally?by=act&value=" + act)).get("items");
      assertThat(counted).hasSize(1);
      assertThat(counted.at("/0/counts/alleged").asInt()).isEqualTo(1);
      assertThat("/cases/" + counted.at("/0/cases/0").asString()).isEqualTo(both);
      assertThat(now(play, play.path("tally?by=act&value=whispering")).at("/items/0/cases"))
          .hasSize(2)
          .anyMatch(one -> other.endsWith(one.asString()));
    }
  }

  @Test
  void R26_an_allegation_answered_by_a_reservation_is_ruled_on_by_the_reservations_words() {
    Play play = Play.inForce();
    ok(
        play.party("borea")
            .post(
                play.path("reservations"),
                """
                {"party": "borea", "clause": "no-fakes",
                 "text": {"en": "Not in time of war.", "fr": "Sauf en temps de guerre."}}
                """));
    String grade = play.cell("borea", "no-fakes").get("grade").asString();
    String address = play.admitted("{}");
    ok(play.responds(address, "borea", "{\"kind\": \"excluded\", \"text\": {\"en\": \"War.\"}}"));
    String ruling =
        "{\"ground\": \"reservation_applies\", \"rests_on\": \"The letter is of a war.\"}";

    ok(play.registrar().post(address + "/inadmissibility", ruling));

    JsonNode ruled = now(play, address);
    assertThat(ruled.get("stage").asString()).isEqualTo("inadmissible");
    assertThat(ruled.at("/responses/0/kind").asString()).isEqualTo("excluded");
    assertThat(ruled.at("/inadmissibility/ground").asString()).isEqualTo("reservation_applies");
    assertThat(ruled.at("/inadmissibility/rests_on").asString())
        .startsWith("The letter is of a war.")
        .contains("reservation 1 of borea to clause no-fakes")
        .contains("Not in time of war.", "Sauf en temps de guerre.");
    JsonNode cell = play.cell("borea", "no-fakes");
    assertThat(cell.at("/counts/inadmissible_reservation_applies").asInt()).isEqualTo(1);
    assertThat(cell.get("grade").asString()).isEqualTo(grade);
    // what one party reserved does not help the other
    String against =
        play.caseOf(
            "{\"complainant\": \"borea\", \"respondent\": \"alba\", \"victims\": [\"borea\"]}");
    assertThat(play.registrar().post(against + "/inadmissibility", ruling).code())
        .isEqualTo("no_reservation");
    assertThat(now(play, play.admit(against)).get("stage").asString()).isEqualTo("notified");
  }

  @Test
  void R28_both_readings_stay_and_the_panels_interpretation_serves_the_next_case() {
    Play play = Play.inForce();
    ok(agrees(play, "alba", "en", "Any text made to deceive."));
    ok(disputes(play, "borea", "en", 1, "A text with a false signature."));
    roster(play);
    String first = answered(play, "{\"title\": \"A letter without signature\"}");
    beforeThePanel(play, first);
    String reading =
        """
        {"term": "document", "language": "en", "reading": "A text that names an author it has not."}
        """;
    assertThat(play.party("alba").post(play.path("interpretations"), reading).code())
        .isEqualTo("forbidden");

    ok(adjudicator(play).post(play.path("interpretations"), reading));
    voted(play, first, Play.violation());
    String second = answered(play, "{\"title\": \"Another letter\"}");
    beforeThePanel(play, second);
    HttpAnswer again = adjudicator(play).post(play.path("interpretations"), reading);
    voted(play, second, Play.violation());

    assertThat(again.code()).isEqualTo("interpretation_already_recorded");
    JsonNode glossary = glossary(play);
    JsonNode held = glossary.at("/readings/0");
    assertThat(glossary.get("readings")).hasSize(1);
    assertThat(held.get("text").asString()).isEqualTo("Any text made to deceive.");
    assertThat(held.get("sharing").asString()).isEqualTo("disputed");
    assertThat(held.at("/stands/0/party").asString()).isEqualTo("alba");
    assertThat(held.at("/stands/0").has("own")).isFalse();
    assertThat(held.at("/stands/1/own").asString()).isEqualTo("A text with a false signature.");
    assertThat(glossary.get("interpretations")).hasSize(1);
    assertThat(glossary.at("/interpretations/0/text").asString())
        .isEqualTo("A text that names an author it has not.");
    for (String address : new String[] {first, second}) {
      assertThat(now(play, address).at("/findings/0/cited/interpretations").asInt())
          .as(address)
          .isEqualTo(1);
    }
  }

  @Test
  void R30_the_glossary_has_versions_per_party_and_language_and_a_finding_keeps_the_one_it_cites() {
    Play play = Play.inForce();
    ok(agrees(play, "alba", "en", "Any text."));
    ok(agrees(play, "borea", "en", "Any text."));
    ok(agrees(play, "alba", "fr", "Tout texte."));
    ok(disputes(play, "borea", "fr", 1, "Un texte signé."));
    assertThat(agrees(play, "alba", "de", "Jeder Text.").code()).isEqualTo("language_not_declared");
    roster(play);
    String first = answered(play, "{\"title\": \"One letter\"}");
    beforeThePanel(play, first);
    voted(play, first, Play.violation());
    long before = play.ledger().head();

    ok(agrees(play, "alba", "en", "Any text with an author."));
    String second = answered(play, "{\"title\": \"Another letter\"}");
    beforeThePanel(play, second);
    voted(play, second, Play.violation());

    JsonNode glossary = glossary(play);
    assertThat(sharing(glossary)).containsExactly("en 1 agreed", "fr 1 disputed", "en 2 open");
    assertThat(glossary.at("/readings/1/stands/1/own").asString()).isEqualTo("Un texte signé.");
    JsonNode then = play.read("/accords/" + play.accord() + "?as_of=" + before);
    assertThat(sharing(then.at("/observance/glossary")))
        .containsExactly("en 1 agreed", "fr 1 disputed");
    int earlier = then.at("/observance/glossary/version").asInt();
    int later = glossary.get("version").asInt();
    assertThat(later).isEqualTo(earlier + 1);
    assertThat(now(play, first).at("/findings/0/cited/glossary_version").asInt())
        .isEqualTo(earlier);
    assertThat(now(play, second).at("/findings/0/cited/glossary_version").asInt()).isEqualTo(later);
  }

  private static List<String> sharing(JsonNode glossary) {
    List<String> sharing = new ArrayList<>();
    for (JsonNode reading : glossary.get("readings")) {
      sharing.add(
          reading.get("language").asString()
              + " "
              + reading.get("version").asInt()
              + " "
              + reading.get("sharing").asString());
    }
    return sharing;
  }

  private static JsonNode glossary(Play play) {
    return now(play, "/accords/" + play.accord()).at("/observance/glossary");
  }

  private static HttpAnswer agrees(Play play, String party, String language, String reading) {
    return play.party(party)
        .post(
            play.path("term-agreements"),
            """
            {"party": "%s", "term": "document", "language": "%s", "reading": "%s"}
            """
                .formatted(party, language, reading));
  }

  private static HttpAnswer disputes(
      Play play, String party, String language, int version, String own) {
    return play.party(party)
        .post(
            play.path("term-disputes"),
            """
            {"party": "%s", "term": "document", "language": "%s", "version": %s, "reading": "%s"}
            """
                .formatted(party, language, version, own));
  }

  /** Three who may sit, of nations that are not concerned. */
  private static void roster(Play play) {
    String[] members = {"adjudicator", "judge-0", "judge-1"};
    for (int i = 0; i < members.length; i++) {
      ok(
          play.registrar()
              .post(
                  play.path("panelists"),
                  "{\"member\": \"%s\", \"nationality\": \"nation-%s\"}".formatted(members[i], i)));
    }
  }

  private static String answered(Play play, String changes) {
    String address = play.admitted(changes);
    ok(play.responds(address, "borea", "{\"kind\": \"not_prohibited\"}"));
    return address;
  }

  private static void beforeThePanel(Play play, String address) {
    ok(play.registrar().post(address + "/referral", "{}"));
    ok(
        play.registrar()
            .post(
                address + "/panel", "{\"members\": [\"adjudicator\", \"judge-0\", \"judge-1\"]}"));
  }

  private static void voted(Play play, String address, String opinion) {
    ok(adjudicator(play).post(address + "/votes", "{\"opinion\": %s}".formatted(opinion)));
    ok(play.votes(address, 0, opinion));
    ok(play.votes(address, 1, opinion));
    ok(play.adopts(address));
  }

  private static Client adjudicator(Play play) {
    return play.as(Role.ADJUDICATOR, null);
  }

  /** Reads what the timeline shows once it has everything that is stored. */
  private static JsonNode now(Play play, String path) {
    String separator = path.contains("?") ? "&" : "?";
    return play.read(path + separator + "min_position=" + play.ledger().head());
  }
}
