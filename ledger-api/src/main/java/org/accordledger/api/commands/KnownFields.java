package org.accordledger.api.commands;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.evidence.Exhibit;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * The fields a client may really send: what the address, the token and the clock say of a command
 * is none of them, and a date and an exhibit's text are, which no record has.
 */
final class KnownFields {
  private KnownFields() {}

  /**
   * What to answer to a field nobody knows.
   *
   * @param ids fields of the command that its address says
   */
  static String insteadOf(UnrecognizedPropertyException unknown, Set<String> ids) {
    return "is not known here; known are "
        + String.join(", ", of(unknown.getReferringClass(), unknown.getKnownPropertyIds(), ids));
  }

  private static Set<String> of(Class<?> type, Collection<Object> record, Set<String> ids) {
    Set<String> known = new TreeSet<>();
    record.forEach(field -> known.add(String.valueOf(field)));
    if (LedgerCommand.class.isAssignableFrom(type)) {
      known.removeAll(ids);
      known.remove(RequestReader.FILED);
      known.add(RequestReader.DATED);
    } else if (type == Exhibit.class) {
      known.remove(ExhibitTexts.CONTENT);
      known.add(ExhibitTexts.TEXT);
    }
    return known;
  }
}
