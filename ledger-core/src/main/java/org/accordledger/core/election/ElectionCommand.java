package org.accordledger.core.election;

import java.time.LocalDate;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.accord.ObserverReport;
import org.jspecify.annotations.Nullable;

/** What can be asked of an election. Parameters mean what they mean in {@link ElectionEvent}. */
public sealed interface ElectionCommand extends LedgerCommand {
  ElectionId election();

  @Override
  default String streamId() {
    return election().value();
  }

  record RegisterElection(
      ElectionId election,
      BodyId country,
      String title,
      @Nullable LocalDate heldOn,
      String source,
      Filing filed)
      implements ElectionCommand {
    @Override
    public boolean beginsStream() {
      return true;
    }
  }

  record DateElection(
      ElectionId election, LocalDate heldOn, @Nullable ContentRef reason, Filing filed)
      implements ElectionCommand {}

  record NameMission(ElectionId election, BodyId mission, String title, String source, Filing filed)
      implements ElectionCommand {}

  record RecordNoMission(ElectionId election, String source, Filing filed)
      implements ElectionCommand {}

  record RecordReport(
      ElectionId election,
      BodyId mission,
      ObserverReport report,
      LocalDate publishedOn,
      String source,
      @Nullable ContentRef reason,
      Filing filed)
      implements ElectionCommand {}
}
