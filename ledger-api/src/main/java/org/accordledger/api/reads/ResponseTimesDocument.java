package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.scorecard.Period;
import org.accordledger.core.scorecard.ResponseTimes;
import org.jspecify.annotations.Nullable;

/**
 * How long respondents took to answer what was alleged under an accord, and the injured side to
 * react. Days are counted from the allegation and from the notification: between the two nobody but
 * the registrar was to act.
 *
 * @param items by respondent and clause, over all cases asked for
 * @param cases a page of them, in the order submitted
 * @param next cursor of the page of cases after this one; absent on the last
 * @param prev cursor of the page of cases before this one; absent on the first
 * @param leftOut cases of the accord that this reader may not know of, whoever answered when
 */
public record ResponseTimesDocument(
    AccordId accord,
    Period incidents,
    List<ResponseTimes.Line> items,
    List<ResponseTimes.Item> cases,
    @Nullable String next,
    @Nullable String prev,
    long leftOut) {}
