package org.accordledger.api.security;

import java.util.Set;
import org.accordledger.core.Role;
import org.springframework.http.HttpMethod;

/**
 * Opens one route. Features declare them in beans of type {@link RouteGrants}; a route nobody
 * declares is closed to everybody.
 *
 * @param method GET also opens HEAD
 * @param pattern path pattern, for example {@code /cases/{case}/votes}
 * @param roles who may use it; empty means everybody, with or without a token
 */
public record RouteGrant(HttpMethod method, String pattern, Set<Role> roles) {
  public static RouteGrant toEverybody(HttpMethod method, String pattern) {
    return new RouteGrant(method, pattern, Set.of());
  }
}
