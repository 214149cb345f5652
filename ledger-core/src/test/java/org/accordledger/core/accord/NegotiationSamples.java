package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.delegate;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.NegotiationCommand.Counteroffer;
import org.accordledger.core.accord.NegotiationCommand.LapseOffer;
import org.accordledger.core.accord.NegotiationEvent.LapseGround;

/** Steps of a negotiation between the parties of {@link AccordSamples}. */
final class NegotiationSamples {
  static final OfferId THIRD_OFFER = new OfferId("third");

  private NegotiationSamples() {}

  static Counteroffer counter(OfferId offer, OfferId inAnswerTo, BodyId by, Clause... items) {
    return new Counteroffer(
        ACCORD, offer, inAnswerTo, by, true, List.of(items), null, by(delegate(by)));
  }

  static LapseOffer lapse(OfferId offer, BodyId by, String on) {
    return new LapseOffer(
        ACCORD, offer, LocalDate.parse(on), LapseGround.TERM_EXPIRED, null, by(delegate(by)));
  }
}
