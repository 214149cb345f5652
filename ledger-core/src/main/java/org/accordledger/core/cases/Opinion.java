package org.accordledger.core.cases;

import java.util.Map;
import org.accordledger.core.accord.ElementCode;
import org.jspecify.annotations.Nullable;

/**
 * A full set of answers: one panel member's vote, or the panel's finding.
 *
 * @param elements one answer per element of the clause version, none missing, none other
 * @param happened the conduct took place
 * @param attributable the conduct is the respondent's
 * @param severity if it is a violation; absent otherwise
 */
public record Opinion(
    Map<ElementCode, Answer> elements,
    Answer happened,
    Answer attributable,
    @Nullable Severity severity) {}
