package org.accordledger.core.accord;

import java.time.LocalDate;
import org.accordledger.core.ContentRef;
import org.jspecify.annotations.Nullable;

/**
 * Who approved a draft for a party.
 *
 * @param office what the approver is, one line: the name of a person does not belong here
 * @param level how high the approval was given
 * @param on the day it was given
 * @param person the approver's name, as content; absent if the office says enough
 */
public record Approval(String office, Level level, LocalDate on, @Nullable ContentRef person) {
  /** How high, from the lowest. */
  public enum Level {
    EXPERT,
    DELEGATION,
    MINISTRY,
    GOVERNMENT,
    HEAD_OF_STATE
  }
}
