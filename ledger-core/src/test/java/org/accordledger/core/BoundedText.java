package org.accordledger.core;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;

/**
 * A short text of a command that stands in an event for good, and so has bounds.
 *
 * @param name of the command and the text
 * @param place of the text in the words of the API
 * @param most characters it may have
 * @param filing decides the command with a text
 */
public record BoundedText(String name, String place, int most, Consumer<String> filing) {
  /** Asserts that what fits is taken, and what says nothing, is too long or misleads is not. */
  public void isBounded() {
    assertThatCode(() -> filing.accept("x".repeat(most))).doesNotThrowAnyException();
    refuses("x".repeat(most + 1), "must have at most " + most + " characters");
    refuses(" ", "must not be blank");
    refuses("turned \u202e round", "direction-changing characters");
  }

  private void refuses(String text, String because) {
    assertThatThrownBy(() -> filing.accept(text))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith(place + " ")
        .hasMessageContaining(because);
  }

  @Override
  public String toString() {
    return name;
  }
}
