package org.accordledger.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.accordledger.core.ContentRef;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.evidence.ActorLink.Control;
import org.accordledger.core.evidence.ActorLink.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActorLinkTest {
  private static final ContentRef NAME = new ContentRef("n".repeat(43));

  @Test
  void the_name_of_a_person_never_stands_in_an_event() {
    assertThatThrownBy(() -> new ActorLink(Level.PERSON, "A. Person", null, null, Control.UNKNOWN))
        .isInstanceOf(InvalidValue.class);
    assertThat(
            LedgerJson.mapper()
                .writeValueAsString(new ActorLink(Level.PERSON, null, NAME, null, Control.UNKNOWN)))
        .isEqualTo(
            "{\"control\":\"unknown\",\"level\":\"person\",\"person\":\"%s\"}"
                .formatted(NAME.value()));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PERSON")
  void every_other_name_does(Level level) {
    assertThat(new ActorLink(level, "A name", null, null, Control.ORGAN).name())
        .isEqualTo("A name");
    assertThatThrownBy(() -> new ActorLink(level, null, NAME, null, Control.ORGAN))
        .isInstanceOf(InvalidValue.class);
  }
}
