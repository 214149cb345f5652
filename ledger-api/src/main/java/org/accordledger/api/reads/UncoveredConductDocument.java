package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.scorecard.UncoveredConduct;

/** What was alleged under an accord and is governed by none of its clauses. */
public record UncoveredConductDocument(AccordId accord, List<UncoveredConduct.Item> items) {}
