package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Uncovered;

/**
 * What nobody monitors of an accord.
 *
 * @param on the day asked about: that of the last event read, or of the time asked for
 */
public record UncoveredDocument(AccordId accord, LocalDate on, List<Uncovered> items) {}
