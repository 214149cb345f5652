package org.accordledger.api.reads;

import org.jspecify.annotations.Nullable;

/**
 * An act that a clause or an allegation names.
 *
 * @param code as it was given
 * @param name by the act library; absent if the library does not know the code
 * @param known false for a code of nobody's library: it may mean anything
 */
public record NamedAct(String code, @Nullable String name, boolean known) {}
