package org.accordledger.api.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in aligned columns; numbers to the right, words to the left. */
final class TextTable {
  private final List<String[]> rows = new ArrayList<>();
  private final int[] widths;

  TextTable(String... titles) {
    widths = new int[titles.length];
    row(titles);
  }

  void row(String... cells) {
    rows.add(cells);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], width(cells[i]));
    }
  }

  /** Marks that combine with the letter before them take no room of their own. */
  private static int width(String cell) {
    return (int)
        cell.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      line(text, rows.get(r));
      if (r == 0) {
        for (int width : widths) {
          text.append("-".repeat(width)).append("  ");
        }
        text.setLength(text.length() - 2);
        text.append('\n');
      }
    }
    text.setLength(text.length() - 1);
    return text.toString();
  }

  private void line(StringBuilder text, String[] cells) {
    int start = text.length();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells[i];
      String padding = " ".repeat(widths[i] - width(cell));
      boolean number = cell.matches("[0-9][0-9,.]*") || (text.indexOf("\n") < 0 && isCount(i));
      text.append(number ? padding + cell : cell + padding).append("  ");
    }
    while (text.length() > start && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    text.append('\n');
  }

  /** A column whose first value is a number carries its title on the right as well. */
  private boolean isCount(int column) {
    return rows.size() > 1 && rows.get(1)[column].matches("[0-9][0-9,.]*");
  }
}
