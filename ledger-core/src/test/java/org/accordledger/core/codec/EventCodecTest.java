package org.accordledger.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordEvent.CoverageDeclared;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.Ground;
import org.accordledger.core.codec.EventTypes.EventType;
import org.accordledger.core.election.ElectionEvent;
import org.accordledger.core.inquiry.InquiryEvent;
import org.accordledger.core.random.RandomRecords;
import org.accordledger.core.random.SealedKinds;
import org.accordledger.core.random.Seeds;
import org.accordledger.core.series.SeriesEvent;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class EventCodecTest {
  private static final String COVERAGE = "accord.coverage_declared.v1";
  private static final String GOOD =
      "{'body':'observers','clause':'commitment-1','filed':{'at':'2020-01-31T12:00:00.000000Z',"
          + "'by':{'account':'registrar.one','role':'registrar'}},'since':'2020-01-31'}";

  private final EventCodec codec = new EventCodec();

  @Test
  void every_event_is_listed_under_the_name_of_its_record() {
    List<Class<?>> events =
        Stream.of(
                AccordEvent.class,
                CaseEvent.class,
                ElectionEvent.class,
                InquiryEvent.class,
                SeriesEvent.class)
            .<Class<?>>flatMap(SealedKinds::of)
            .toList();
    assertThat(EventTypes.LEDGER.all())
        .extracting(EventType::event)
        .containsExactlyInAnyOrderElementsOf(cast(events));
    assertThat(EventTypes.LEDGER.all())
        .allSatisfy(
            type ->
                assertThat(type.name().substring(type.name().indexOf('.') + 1).replace("_", ""))
                    .isEqualToIgnoringCase(type.event().getSimpleName()));
  }

  @SuppressWarnings("unchecked")
  private static List<Class<? extends LedgerEvent>> cast(List<Class<?>> events) {
    return (List<Class<? extends LedgerEvent>>) (List<?>) events;
  }

  @Test
  void an_event_is_written_sorted_without_spaces_and_without_absent_fields() {
    CoverageDeclared event =
        new CoverageDeclared(
            new ClauseCode("commitment-1"),
            new BodyId("observers"),
            LocalDate.of(2020, 1, 31),
            Filing.of(
                new Actor(new AccountId("registrar.one"), Role.REGISTRAR, null),
                Instant.parse("2020-01-31T12:00:00Z")));
    EncodedEvent encoded = codec.encode(event);
    assertThat(encoded.type()).isEqualTo(COVERAGE);
    assertThat(new String(encoded.payload(), UTF_8)).isEqualTo(GOOD.replace('\'', '"'));
    assertThat(codec.decode(COVERAGE, encoded.payload())).isEqualTo(event);
  }

  @Test
  void every_event_comes_back_as_it_was_and_its_bytes_are_those_of_the_rfc_8785_library()
      throws IOException {
    long seed = Seeds.next();
    SplittableRandom random = new SplittableRandom(seed);
    for (EventType type : EventTypes.LEDGER.all()) {
      for (int i = 0; i < 60; i++) {
        LedgerEvent event = new RandomRecords(random, i % 3 == 0).of(type.event());
        EncodedEvent encoded = codec.encode(event);
        assertThat(encoded.type()).isEqualTo(type.qualified());
        assertThat(codec.decode(encoded.type(), encoded.payload()))
            .as(Seeds.again(seed))
            .isEqualTo(event);
        assertThat(new String(encoded.payload(), UTF_8))
            .as(Seeds.again(seed))
            .isEqualTo(new JsonCanonicalizer(encoded.payload()).getEncodedString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'since':'2020-01-31' | 'since':'2020-01-31','zeal':1 | /zeal | is not known here; known"
            + " are body, clause, filed, since",
        "'since':'2020-01-31' | 'since':'2020-01-31','@class':'java.io.File' | /@class | is not"
            + " known here",
        "'since':'2020-01-31' | 'since':'2020-1-31' | /since | must be a day",
        "'since':'2020-01-31' | 'since':'+12020-01-31' | /since | must be a day",
        "'since':'2020-01-31' | 'since':'2020-02-30' | /since | must be a day",
        "'since':'2020-01-31' | 'since':'2020/01-31' | /since | must be a day",
        "'since':'2020-01-31' | 'since':'2020-0a-31' | /since | must be a day",
        "'since':'2020-01-31' | 'since':20200131 | /since | must be a day",
        "'since':'2020-01-31' | 'since':null | /since | must not be null",
        ",'since':'2020-01-31' | `` | /since | is required",
        "'since':'2020-01-31' | 'since':'2020-01-31','since':'2020-01-31' | `` | Duplicate Object"
            + " property \"since\"",
        "'role':'registrar' | 'role':'emperor' | /filed/by/role | must be one of public, monitor",
        "'role':'registrar' | 'role':3 | /filed/by/role | must be",
        "'role':'registrar' | 'role':'REGISTRAR' | /filed/by/role | must be one of",
        "'clause':'commitment-1' | 'clause':'Commitment 1' | /clause | clause must match",
        "'clause':'commitment-1' | 'clause':17 | /clause | must be a string",
        "'clause':'commitment-1' | 'clause':{'value':'x'} | /clause | must be a string",
        "T12:00:00 | T24:00:00 | /filed/at | must be a UTC time",
        "T12:00:00 | T12:60:00 | /filed/at | must be a UTC time",
        "T12:00:00 | T12:00:60 | /filed/at | must be a UTC time",
        "T12:00:00 | t12:00:00 | /filed/at | must be a UTC time",
        "2020-01-31T | 2021-02-29T | /filed/at | must be a UTC time",
        "000000Z | 000-01 | /filed/at | must be a UTC time",
        "000000Z | 0Z | /filed/at | must be a UTC time",
        "'account':'registrar.one', | `` | /filed/by/account | is required",
        "'body':'observers' | 'body':['observers'] | /body | must be a string",
        "{'body' | [{'body' | `` | must be",
        "'2020-01-31'} | '2020-01-31'}{} | `` | must be",
        "'2020-01-31'} | '2020-01-31' | `` | is not readable as JSON at line 1",
      })
  void a_payload_that_is_not_what_its_type_says_is_refused_naming_type_and_place(
      String good, String bad, String pointer, String reason) {
    String payload = GOOD.replace(good, bad).replace('\'', '"');
    UndecodableEvent e =
        catchThrowableOfType(
            UndecodableEvent.class, () -> codec.decode(COVERAGE, payload.getBytes(UTF_8)));
    assertThat(e).as(payload).isNotNull();
    assertThat(e.type()).isEqualTo(COVERAGE);
    assertThat(e.pointer()).as(e.getMessage()).isEqualTo(pointer);
    assertThat(e).hasMessageContaining(COVERAGE).hasMessageContaining(reason);
    assertThat(e.getMessage()).doesNotContain("org.accordledger", "java.");
  }

  @ParameterizedTest
  @CsvSource({
    "case.case_closed.v2,known up to case.case_closed.v1",
    "case.case_opened.v1,no such type",
    "case.case_closed,no such type",
    "case.case_closed.v0,no such type",
    "java.io.File,no such type"
  })
  void a_newer_revision_or_an_unknown_type_stops_the_reader(String type, String said) {
    assertThatThrownBy(() -> codec.decode(type, "{}".getBytes(UTF_8)))
        .isInstanceOf(UnknownRevision.class)
        .hasMessageContaining(type)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'size':1 | 'size':9007199254740992 | /exhibits/0/size | must be between",
        "'size':1 | 'size':99999999999999999999 | /exhibits/0/size | ",
        "'size':1 | 'size':1.0 | /exhibits/0/size | must be a whole number",
        "'size':1 | 'size':'1' | /exhibits/0/size | must be a whole number",
        "'title':'A' | 'title':'A\\u0000' | /exhibits/0/title | must be Unicode without U+0000",
        "'title':'A' | 'title':'A\\ud800' | /exhibits/0/title | must be Unicode",
        "'title':'A' | 'title':'A\\udc00x' | /exhibits/0/title | must be Unicode",
        "'totals':{ | 'totals':{'\\ud800':'1' | /exhibits/0/totals | Broken surrogate pair",
        "'totals':{ | 'totals':{'rows':null | /exhibits/0/totals/rows | must not be null",
        "'exhibits':[ | 'exhibits':[null, | /exhibits/0 | must not be null",
        "'text':{ | 'text':{'EN':'-' | /text | language must match",
        "'credibility':1 | 'credibility':7 | /exhibits/0/credibility | exhibit.credibility must be"
            + " 1 to 6",
        "'credibility':1 | 'credibility':'1' | /exhibits/0/credibility | must be a whole number",
        "'credibility':1 | 'credibility':1.5 | /exhibits/0/credibility | must be a whole number",
        "'passed':true | 'passed':'true' | /exhibits/0/assessments/0/passed | must be true or"
            + " false",
        "'passed':true | 'passed':1 | /exhibits/0/assessments/0/passed | must be true or false",
      })
  void no_value_inside_is_bent_into_shape(String good, String bad, String pointer, String reason) {
    String payload =
        ("{'exhibits':[{'assessments':[{'test':'a.b','passed':true}],'credibility':1,'id':'e1',"
                + "'kind':'press','marking':'clear','size':1,'title':'A','totals':{}}],"
                + "'filed':{'at':'2020-01-31T12:00:00.000000Z','by':{'account':'party.one',"
                + "'role':'party'}},'kind':'not_us','text':{}}")
            .replace('\'', '"');
    assertThat(codec.decode("case.response_filed.v2", payload.getBytes(UTF_8))).isNotNull();
    String broken = payload.replace(good.replace('\'', '"'), bad.replace('\'', '"'));
    assertThat(broken).isNotEqualTo(payload);
    UndecodableEvent e =
        catchThrowableOfType(
            UndecodableEvent.class,
            () -> codec.decode("case.response_filed.v2", broken.getBytes(UTF_8)));
    assertThat(e).as(broken).isNotNull();
    assertThat(e.pointer()).as(e.getMessage()).isEqualTo(pointer);
    assertThat(e).hasMessageContaining(reason == null ? "" : reason);
    assertThat(e.getMessage()).doesNotContain("org.accordledger", "java.");
  }

  @Test
  void what_has_no_canonical_form_is_never_written() {
    RandomRecords records = new RandomRecords(new SplittableRandom(1), true);
    CaseEvent.AllegationSubmitted some = records.of(CaseEvent.AllegationSubmitted.class);
    CaseEvent.AllegationSubmitted event =
        new CaseEvent.AllegationSubmitted(
            some.caseId(), some.allegation(), 1L << 53, 1, List.of(), some.filed());
    assertThatThrownBy(() -> codec.encode(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("case.allegation_submitted.v2: /accord_version");
    for (String text : List.of("\ud800", "\udc00\ud800", "a\0")) {
      CaseEvent.CaseDeclaredInadmissible declared =
          new CaseEvent.CaseDeclaredInadmissible(
              Ground.OUT_OF_SCOPE, "a rule", text, Map.of(), some.filed());
      assertThatThrownBy(() -> codec.encode(declared))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("case.case_declared_inadmissible.v1: /rests_on");
    }
  }

  @Test
  void requests_may_leave_out_lists_and_flags_and_nothing_else() {
    String allegation =
        """
        {"accord":"accord-a","clause":"c","respondent":"aa","complainant":"bb",
         "occurred":{"precision":"unknown"},"title":"t","marking":"clear"}\
        """;
    assertThat(LedgerJson.requests().readValue(allegation, Allegation.class))
        .satisfies(
            read -> {
              assertThat(read.acts()).isEmpty();
              assertThat(read.narrative()).isEmpty();
              assertThat(read.illustrative()).isFalse();
              assertThat(read.sourceId()).isNull();
            });
    assertThatThrownBy(() -> LedgerJson.mapper().readValue(allegation, Allegation.class))
        .isInstanceOf(JacksonException.class);
    String untitled = allegation.replace("\"title\":\"t\",", "");
    JacksonException e =
        catchThrowableOfType(
            JacksonException.class,
            () -> LedgerJson.requests().readValue(untitled, Allegation.class));
    assertThat(JsonFault.of(e)).isEqualTo(new JsonFault("/title", "is required"));
  }
}
