package org.accordledger.api.client;

import org.jspecify.annotations.Nullable;

/**
 * What a token stands for.
 *
 * @param account the account's id
 * @param role lower-case name of the role
 * @param accord the accord it holds for; {@code *} for all
 * @param body the party or body acted for; null where the role needs none
 */
public record Binding(String account, String role, String accord, @Nullable String body) {}
