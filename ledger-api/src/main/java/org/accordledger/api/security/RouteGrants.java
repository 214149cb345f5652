package org.accordledger.api.security;

import java.util.List;

/** The routes of one feature and who may use them. */
public record RouteGrants(List<RouteGrant> all) {
  public RouteGrants {
    all = List.copyOf(all);
  }
}
