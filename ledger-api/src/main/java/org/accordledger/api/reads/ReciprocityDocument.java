package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.scorecard.Reciprocity;

/** Who filed against whom under an accord, of the cases this reader may see; nothing is netted. */
public record ReciprocityDocument(AccordId accord, List<Reciprocity.Line> items) {}
