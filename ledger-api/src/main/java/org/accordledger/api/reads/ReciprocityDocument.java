package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.Reciprocity;

/**
 * Who filed against whom under an accord, of the cases this reader may see; nothing is netted.
 *
 * @param leftOut cases of the accord that this reader may not know of, of any month
 */
public record ReciprocityDocument(
    AccordId accord, Period incidents, List<Reciprocity.Line> items, long leftOut) {}
