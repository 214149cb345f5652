package org.accordledger.api.commands;

import org.accordledger.api.security.CommandAccess;
import org.accordledger.api.security.RouteGrant;
import org.accordledger.api.security.RouteGrants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Opens the commands' addresses to the roles that may give the command. */
@Configuration(proxyBeanMethods = false)
class CommandGrants {
  @Bean
  RouteGrants commandRoutes() {
    return new RouteGrants(
        CommandRoute.ALL.stream()
            .map(
                route ->
                    new RouteGrant(
                        HttpMethod.POST, route.path(), CommandAccess.rolesFor(route.command())))
            .toList());
  }
}
