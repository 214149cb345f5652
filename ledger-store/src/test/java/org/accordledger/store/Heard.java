package org.accordledger.store;

import java.util.Collection;
import java.util.Set;

/** Notes what an append listener is told: stream ids, and "elsewhere" for appends of others. */
record Heard(Collection<String> notes) implements AppendListener {
  @Override
  public void appended(Set<String> streamIds) {
    notes.addAll(streamIds);
  }

  @Override
  public void appendedElsewhere() {
    notes.add("elsewhere");
  }
}
