package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.cases.CaseSamples.allegation;
import static org.accordledger.core.cases.CaseSamples.exhibit;
import static org.accordledger.core.cases.CaseSamples.submit;
import static org.accordledger.core.cases.CaseSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.evidence.Exhibit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What stands in an event for good is bounded when it is filed. */
class BoundsTest {
  private static final JsonMapper MAPPER = LedgerJson.mapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title | \"\" | allegation.title",
        "title | \"a\\nb\" | allegation.title",
        "source_id | \"\" | allegation.source_id",
        "acts | [\"\"] | allegation.acts.0",
        "acts | [\"act\", \"act\"] | allegation.acts",
        "victims | [\"north\", \"north\"] | allegation.victims",
        "actor_chain | [{\"level\": \"state\", \"state\": \"north\", \"control\": \"organ\"},"
            + " {\"level\": \"state\", \"state\": \"north\", \"control\": \"organ\"}]"
            + " | allegation.actor_chain"
      })
  void a_short_text_or_list_out_of_bounds_is_refused_with_its_place(
      String field, String value, String place) {
    ObjectNode changed = (ObjectNode) MAPPER.valueToTree(allegation());
    changed.set(field, MAPPER.readTree(value));
    Allegation allegation = MAPPER.treeToValue(changed, Allegation.class);

    assertThatThrownBy(() -> CaseDecisions.decide(null, submit(allegation), terms(), null))
        .asInstanceOf(InstanceOfAssertFactories.throwable(InvalidValue.class))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(place));
  }

  @ParameterizedTest
  @CsvSource({
    "title, '', allegation.exhibits.1.title",
    "origin_url, javascript:alert(1), allegation.exhibits.1.origin_url",
    "archive_url, file:///etc/passwd, allegation.exhibits.1.archive_url"
  })
  void an_exhibit_out_of_bounds_is_named_by_its_place(String field, String value, String place) {
    ObjectNode exhibit = (ObjectNode) MAPPER.valueToTree(exhibit("a2"));
    exhibit.put(field, value);
    Allegation allegation =
        allegation(
            NORTH,
            WATCH,
            allegation().occurred(),
            null,
            List.of(exhibit("a1"), MAPPER.treeToValue(exhibit, Exhibit.class)));

    assertThatThrownBy(() -> CaseDecisions.decide(null, submit(allegation), terms(), null))
        .asInstanceOf(InstanceOfAssertFactories.throwable(InvalidValue.class))
        .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(place));
  }

  @Test
  void what_was_stored_is_read_whatever_is_asked_of_new_filings() {
    ObjectNode stored = (ObjectNode) MAPPER.valueToTree(allegation());
    stored.put("title", "");

    assertThat(MAPPER.treeToValue(stored, Allegation.class).title()).isEmpty();
  }
}
