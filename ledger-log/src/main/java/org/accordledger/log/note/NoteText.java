package org.accordledger.log.note;

import org.accordledger.log.LogFormatException;
import org.accordledger.log.LogText;

/** What the text of a note may be (c2sp.org/signed-note). */
final class NoteText {
  private NoteText() {}

  /**
   * @throws LogFormatException when it does not end with a newline, or holds another control
   *     character
   */
  static void require(String text) {
    if (!text.endsWith("\n")) {
      throw new LogFormatException("the text of a note ends with a newline");
    }
    requireNoControls(text);
    LogText.utf8(text);
  }

  static void requireNoControls(String text) {
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new LogFormatException("a note has no control characters but newlines");
    }
  }
}
