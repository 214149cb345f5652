package org.accordledger.projections.election;

import java.time.LocalDate;
import org.accordledger.core.BodyId;
import org.jspecify.annotations.Nullable;

/**
 * Which elections to list; null means any.
 *
 * @param from held on this day or later, which leaves out those whose day is not known
 * @param to held on this day or earlier, which leaves out those whose day is not known
 */
public record ElectionFilter(
    @Nullable BodyId country, @Nullable LocalDate from, @Nullable LocalDate to) {}
