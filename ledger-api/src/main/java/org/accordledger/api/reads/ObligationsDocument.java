package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Obligations;

/**
 * What each party owes and what it was given in return.
 *
 * @param on the day asked about: that of the last event read, or of the time asked for
 */
public record ObligationsDocument(AccordId accord, LocalDate on, List<Obligations> items) {}
