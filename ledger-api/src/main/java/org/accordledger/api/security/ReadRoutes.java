package org.accordledger.api.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.accordledger.core.Role;
import org.springframework.http.HttpMethod;

/**
 * The routes that only read. They are open to everybody: what a reader may not know is left out by
 * marking, not by route.
 */
final class ReadRoutes {
  private static final List<String> OPEN =
      List.of(
          "/",
          "/accords",
          "/accords/{accord}",
          "/accords/{accord}/offers/{offer}/chain",
          "/accords/{accord}/refusals",
          "/accords/{accord}/texts",
          "/accords/{accord}/accounts",
          "/accords/{accord}/promotions",
          "/accords/{accord}/clause-checks",
          "/accords/{accord}/lineage",
          "/acts",
          "/templates",
          "/templates/{template}",
          "/accords/{accord}/obligations",
          "/accords/{accord}/loop",
          "/accords/{accord}/reciprocity",
          "/accords/{accord}/response-times",
          "/accords/{accord}/tally",
          "/accords/{accord}/uncovered",
          "/accords/{accord}/uncovered-conduct",
          "/cases",
          "/cases/{case}",
          "/cases/{case}/timeline",
          "/elections",
          "/elections/{election}",
          "/inquiries",
          "/inquiries/{inquiry}",
          "/series",
          "/series/{series}",
          "/scorecard",
          "/scorecard/differences",
          "/cells/{accord}/{party}/{clause}",
          "/contents/{ref}",
          "/problems/{code}",
          "/openapi",
          "/openapi.yaml",
          "/health",
          "/health/liveness",
          "/health/readiness",
          "/assets/**");

  private ReadRoutes() {}

  static RouteGrants grants() {
    Stream<RouteGrant> open =
        OPEN.stream().map(pattern -> RouteGrant.toEverybody(HttpMethod.GET, pattern));
    Stream<RouteGrant> operators =
        Stream.of(
            new RouteGrant(HttpMethod.GET, "/metrics", Set.of(Role.OPERATOR)),
            new RouteGrant(
                HttpMethod.GET,
                "/accords/{accord}/drafts/{draft}",
                Set.of(
                    Role.NEGOTIATOR,
                    Role.PARTY,
                    Role.REGISTRAR,
                    Role.ADJUDICATOR,
                    Role.AUDITOR,
                    Role.OPERATOR)));
    return new RouteGrants(Stream.concat(open, operators).toList());
  }
}
