package org.accordledger.projections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next cursor of the page after this one; null if this is the last
 * @param prev cursor of the page before this one; null if this is the first
 * @param leftOut cases of the accord asked for that the reader's clearance hides; no other filter
 *     narrows it, for it would tell about them
 */
public record Page<T>(List<T> items, @Nullable String next, @Nullable String prev, long leftOut) {}
