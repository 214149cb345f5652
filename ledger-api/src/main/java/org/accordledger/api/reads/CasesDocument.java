package org.accordledger.api.reads;

import java.util.List;
import org.accordledger.projections.docket.DocketEntry;
import org.jspecify.annotations.Nullable;

/**
 * A page of cases.
 *
 * @param next address of the page after this one; absent on the last
 * @param prev address of the page before this one; absent on the first
 * @param leftOut cases of the accord asked for that this reader may not know of; stage and counter
 *     do not narrow it
 */
public record CasesDocument(
    List<DocketEntry> items, @Nullable String next, @Nullable String prev, long leftOut) {}
