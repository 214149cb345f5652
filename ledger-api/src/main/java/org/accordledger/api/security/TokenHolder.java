package org.accordledger.api.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;

/** The account behind a valid token, and the roles the token is bound to. */
public final class TokenHolder implements OAuth2AuthenticatedPrincipal {
  private final AccountId account;
  private final List<Binding> bindings;

  TokenHolder(AccountId account, List<Binding> bindings) {
    this.account = account;
    this.bindings = List.copyOf(bindings);
  }

  public AccountId account() {
    return account;
  }

  /** The actor this token makes under an accord, in the first of its bindings with such a role. */
  public Optional<Actor> actorUnder(AccordId accord, Set<Role> roles) {
    return bindings.stream()
        .filter(binding -> roles.contains(binding.role()) && binding.covers(accord))
        .findFirst()
        .map(binding -> new Actor(account, binding.role(), binding.body()));
  }

  /** True if the token is bound to this accord in any role, so that its holder may know of it. */
  public boolean takesPartIn(AccordId accord) {
    return bindings.stream().anyMatch(binding -> binding.covers(accord));
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return bindings.stream()
        .map(binding -> new SimpleGrantedAuthority(authority(binding.role())))
        .distinct()
        .toList();
  }

  /** The account; never written to a log. */
  @Override
  public String getName() {
    return account.value();
  }

  /** Names nobody: principals end up in debug logs. */
  @Override
  public String toString() {
    return "TokenHolder";
  }

  static String authority(Role role) {
    return "ROLE_" + role.name();
  }
}
