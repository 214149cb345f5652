package org.accordledger.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.accordledger.api.yaml.YamlProblem;
import org.accordledger.core.series.PeriodLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BadMappingTest {
  static Stream<Arguments> wrong_mappings() {
    return Stream.of(
        change("about: Made-up incidents.", "abuot: x", 1, "'abuot' is not known here"),
        change("about: Made-up incidents.\n", "", 1, "expected 'about'"),
        change("accord: accord-sample", "accord: sample", 2, "expected an accord's id"),
        change("complainant: watch", "complainant: The Watch", 4, "expected a body's id"),
        change("complainant: watch", "complainant: {column: x}", 4, "expected a text, found a map"),
        change("  title: {column: title}\n", "", 4, "expected 'title'"),
        change("{text: \"watch/{id}\"}", "{text: \"{$nobody}\"}", 5, "'$nobody' is not known"),
        change("{column: title}", "{colunm: title}", 6, "expected a constant, or a map"),
        change("{column: title}", "{column: title, frobnicate: 1}", 6, "'frobnicate' is not known"),
        change("unmapped: leave_out", "unmapped: ignore", 10, "expected one of reject, keep"),
        change("Aland: aa", "Aland: AA", 11, "expected a body's id"),
        change("Aland: aa", "Aland: aa, Aland: bb", 11, "'Aland' stands twice"),
        change("contains: leak", "like: leak", 14, "'like' is not known here"),
        change("contains: leak", "matches: \"(\"", 14, "is no regular expression"),
        change("use: clause-1", "use: Clause 1", 15, "expected a clause's code"),
        change("M/d/yyyy, yyyy-MM-dd", "nonsense", 18, "is no date format"),
        change(", date: [M/d/yyyy, yyyy-MM-dd]", "", 18, "expected 'date:'"),
        change("kind: press", "kind: newspaper", 22, "expected one of official_document"),
        change("id: link", "id: The Link", 21, "expected lower-case letters"),
        change("no: \"0\"", "nope: \"0\"", 26, "'nope' is not known here"),
        change("  occurred:", "  occurred: [", 18, "is not YAML"),
        change(
            "  exhibits:",
            "  actor_chain: {level: state}\n  exhibits:",
            20,
            "expected a list, found a map"));
  }

  private static Arguments change(String from, String to, int line, String expectation) {
    assertThat(Samples.ROWS).contains(from);
    return Arguments.of(Samples.ROWS.replace(from, to), line, expectation);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("wrong_mappings")
  void a_wrong_mapping_names_the_line_and_what_was_expected(
      String yaml, int line, String expectation) {
    assertThatThrownBy(() -> Samples.mapping(yaml))
        .isInstanceOf(YamlProblem.class)
        .message()
        .contains(expectation)
        .matches(message -> isNear(message, line), "names a line near " + line);
  }

  /** What is missing or never closed can only be said of the part around it. */
  private static boolean isNear(String message, int line) {
    int named = Integer.parseInt(message.replaceAll("(?s)^m\\.yaml:([0-9]+).*", "$1"));
    return Math.abs(named - line) <= 1;
  }

  @Test
  void a_column_the_file_lacks_is_named_with_the_line_of_the_mapping() {
    assertThatThrownBy(() -> Samples.submissions(Samples.ROWS, "id,title,accused\n"))
        .isInstanceOf(YamlProblem.class)
        .hasMessageStartingWith("m.yaml:14: the column 'kind' is not in f.csv")
        .hasMessageContaining("id, title, accused");
  }

  @Test
  void a_file_without_a_header_is_refused() {
    assertThatThrownBy(() -> Samples.csv(""))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("expected a header line");
  }

  @Test
  void the_schema_lists_exactly_the_keys_that_the_reader_knows() throws IOException {
    JsonNode schema = schema();
    assertKeys(
        schema,
        Stream.of(MappingReader.MAPPING_KEYS, ObservationMapping.KEYS)
            .flatMap(Stream::of)
            .toArray(String[]::new));
    assertKeys(schema.at("/$defs/allegation"), MappingReader.ALLEGATION_KEYS);
    assertKeys(schema.at("/$defs/exhibit"), MappingReader.EXHIBIT_KEYS);
    assertKeys(schema.at("/$defs/actor"), MappingReader.ACTOR_KEYS);
    assertKeys(schema.at("/$defs/election"), ObservationMapping.ELECTION_KEYS);
    assertKeys(schema.at("/$defs/mission"), ObservationMapping.MISSION_KEYS);
    assertKeys(schema.at("/$defs/series"), ObservationMapping.SERIES_KEYS);
    assertKeys(schema.at("/$defs/table"), TableReader.TABLE_KEYS);
    assertKeys(schema.at("/$defs/link"), TableReader.LINK_KEYS);
    assertKeys(schema.at("/$defs/total"), MappingReader.TOTAL_KEYS);
    assertKeys(schema.at("/$defs/column"), ExpressionReader.COLUMN_KEYS);
    assertKeys(schema.at("/$defs/choice/properties/first/items"), ExpressionReader.RULE_KEYS);
    assertKeys(schema.at("/$defs/condition"), ExpressionReader.CONDITION_KEYS);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "allegation, election series",
    "election, accord allegation group prepare series tables",
    "series, accord allegation election group prepare tables"
  })
  void the_schema_forbids_a_kind_of_mapping_the_keys_of_the_others(String kind, String others)
      throws IOException {
    JsonNode rule =
        schema()
            .get("oneOf")
            .valueStream()
            .filter(one -> one.get("required").toString().contains("\"" + kind + "\""))
            .findFirst()
            .orElseThrow();

    assertThat(rule.get("properties").propertyNames())
        .containsExactlyInAnyOrder(others.split(" ", -1));
    assertThat(rule.get("properties").valueStream().map(JsonNode::toString)).containsOnly("false");
  }

  @Test
  void the_schema_knows_the_lengths_of_periods_that_the_reader_knows() throws IOException {
    assertThat(schema().at("/$defs/series/properties/periods/enum"))
        .extracting(JsonNode::asString)
        .containsExactly(
            Stream.of(PeriodLength.values())
                .map(length -> length.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new));
  }

  private static JsonNode schema() throws IOException {
    return new JsonMapper()
        .readTree(Files.readString(RealData.ROOT.resolve("docs/mapping.schema.json")));
  }

  private static void assertKeys(JsonNode schema, String... keys) {
    assertThat(new TreeSet<>(schema.path("properties").propertyNames()))
        .isEqualTo(new TreeSet<>(Arrays.asList(keys)));
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void every_mapping_of_the_examples_can_be_read() throws IOException {
    try (Stream<Path> files = Files.list(RealData.ROOT.resolve("examples/mappings"))) {
      assertThat(
              files
                  .map(
                      file ->
                          ObservationMapping.isIn(file)
                              ? ObservationMapping.read(file)
                              : MappingReader.read(file))
                  .toList())
          .hasSizeGreaterThanOrEqualTo(5);
    }
  }
}
