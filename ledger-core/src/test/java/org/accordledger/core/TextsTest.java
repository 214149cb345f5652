package org.accordledger.core;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "a\nb",
        "a\tb",
        "a\u0000b",
        "a\u202eb",
        "a\u2066b",
        "a\u2028b",
        "a\u0085b"
      })
  void a_title_is_one_line_that_says_something_and_reads_the_same_everywhere(String title) {
    assertThatThrownBy(() -> Texts.requireLine("title", title, 300))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("title must ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Об инциденте 2016 года", "חקירה 2016", "調査 2016", "👩‍👩‍👧 2016"})
  void every_script_is_welcome(String title) {
    assertThatCode(() -> Texts.requireLine("title", title, 300)).doesNotThrowAnyException();
  }

  @Test
  void characters_are_counted_and_not_their_halves() {
    assertThatCode(() -> Texts.requireLine("title", "👧".repeat(300), 300))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Texts.requireLine("title", "a".repeat(301), 300))
        .hasMessage("title must have at most 300 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "//host/path",
        "/path",
        "http:path",
        "https:// b",
        ""
      })
  void an_address_is_one_that_a_browser_may_open(String link) {
    assertThatThrownBy(() -> Texts.requireLink("exhibit.origin_url", link))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("exhibit.origin_url must ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org/a?b=c#d", "HTTP://example.org", "https://[::1]:8080/x%20y"})
  void http_and_https_are_taken(String link) {
    assertThatCode(() -> Texts.requireLink("exhibit.origin_url", link)).doesNotThrowAnyException();
  }

  @Test
  void a_list_has_a_bound_and_nothing_twice() {
    assertThatCode(() -> Texts.requireDistinct("victims", List.of("a", "b"), 2))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Texts.requireDistinct("victims", List.of("a", "b", "c"), 2))
        .hasMessage("victims must have at most 2 entries");
    assertThatThrownBy(() -> Texts.requireDistinct("victims", List.of("a", "a"), 2))
        .hasMessage("victims must not have an entry twice");
  }
}
