package org.accordledger.core.scorecard;

import java.util.List;
import java.util.Map;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.Party;

/**
 * What stands above an accord's cells.
 *
 * @param hypothetical shown on every page and export
 * @param method the one its cells are graded by
 * @param methodInForce the one the accord last adopted
 */
public record AccordCard(
    AccordId accord,
    Map<LanguageTag, String> title,
    boolean hypothetical,
    List<Party> parties,
    int method,
    int methodInForce) {}
