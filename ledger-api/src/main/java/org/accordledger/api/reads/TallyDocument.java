package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Tally;

/**
 * Cases of an accord counted by something.
 *
 * @param items a case stands in several of them where it has several values: their sum is no total
 */
public record TallyDocument(
    AccordId accord, Tally.By by, Period incidents, List<Tally.Line> items) {}
