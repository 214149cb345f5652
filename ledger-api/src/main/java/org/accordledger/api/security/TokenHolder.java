package org.accordledger.api.security;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.Role;
import org.accordledger.core.accord.AccordId;
import org.jspecify.annotations.Nullable;
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

  /**
   * The actor this token makes under an accord, or under none if it is null; of several such roles
   * for one body, the first in the order of {@link Role}.
   *
   * @throws org.accordledger.api.problem.ProblemException if the token fits for several bodies:
   *     nobody but its holder knows for which of them this is meant
   */
  Optional<Actor> actorUnder(@Nullable AccordId accord, Set<Role> roles) {
    List<Binding> fitting = fitting(roles, accord).sorted(comparing(Binding::role)).toList();
    if (fitting.stream().map(binding -> Optional.ofNullable(binding.body())).distinct().count()
        > 1) {
      throw Problem.of(
              ProblemCode.AMBIGUOUS_BODY,
              (accord == null ? "Here" : "Under " + accord) + " the token acts for several.")
          .toException();
    }
    return fitting.stream()
        .findFirst()
        .map(binding -> new Actor(account, binding.role(), binding.body()));
  }

  /** True if the token is bound to one of these roles under an accord, for whomever. */
  boolean takesOneOf(Set<Role> roles, @Nullable AccordId accord) {
    return fitting(roles, accord).findAny().isPresent();
  }

  /** True if the token is bound to one of these roles under an accord, and acts for this body. */
  boolean takesOneOf(Set<Role> roles, @Nullable AccordId accord, BodyId body) {
    return fitting(roles, accord).anyMatch(binding -> body.equals(binding.body()));
  }

  /** True if the token is bound to this role for every accord. */
  public boolean takesEverywhere(Role role) {
    return bindings.stream()
        .anyMatch(binding -> binding.role() == role && binding.accord() == null);
  }

  private Stream<Binding> fitting(Set<Role> roles, @Nullable AccordId accord) {
    return bindings.stream()
        .filter(binding -> roles.contains(binding.role()) && binding.covers(accord));
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
