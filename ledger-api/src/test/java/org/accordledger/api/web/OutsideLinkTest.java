package org.accordledger.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideLinkTest {
  @Test
  void a_web_address_is_a_link_that_names_its_host() {
    assertThat(OutsideLink.of("https://example.org/a?b=c"))
        .isEqualTo(new OutsideLink("https://example.org/a?b=c", "example.org", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//example.org/a",
        "/scorecard",
        "vbscript:x",
        "https:///nohost",
        "not an address",
        " https://example.org"
      })
  void anything_else_is_shown_as_text_and_never_followed(String filed) {
    assertThat(OutsideLink.of(filed)).isEqualTo(new OutsideLink(null, null, filed));
  }

  @Test
  void nothing_filed_is_nothing_shown() {
    assertThat(OutsideLink.of(null)).isEqualTo(new OutsideLink(null, null, null));
  }
}
