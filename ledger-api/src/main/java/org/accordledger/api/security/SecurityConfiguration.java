package org.accordledger.api.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.api.problem.ProblemWriter;
import org.accordledger.api.problem.SafeHeaders;
import org.accordledger.core.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** One stateless filter chain for everything; what no feature grants is denied. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  @Bean
  AccessTokens accessTokens(DataSource dataSource) {
    return new AccessTokens(dataSource);
  }

  @Bean
  OpaqueTokenIntrospector tokenIntrospector(AccessTokens tokens) {
    return token ->
        tokens
            .holderOf(token)
            .orElseThrow(() -> new BadOpaqueTokenException("unknown or revoked token"));
  }

  @Bean
  RouteGrants readRoutes() {
    return ReadRoutes.grants();
  }

  @Bean
  SecurityFilterChain doors(
      HttpSecurity http,
      List<RouteGrants> features,
      OpaqueTokenIntrospector introspector,
      ProblemWriter writer) {
    List<RouteGrant> grants = features.stream().flatMap(one -> one.all().stream()).toList();
    Doorkeeper doorkeeper = new Doorkeeper(grants, writer);
    return http.authorizeHttpRequests(
            requests -> {
              requests
                  .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                  .permitAll();
              grants.forEach(grant -> open(grant, requests));
              requests.anyRequest().denyAll();
            })
        .oauth2ResourceServer(
            server ->
                server
                    .opaqueToken(token -> token.introspector(introspector))
                    .authenticationEntryPoint(doorkeeper)
                    .accessDeniedHandler(doorkeeper))
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // a browser never sends a bearer token by itself, so there is nothing to forge
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(SecurityConfiguration::harden)
        .build();
  }

  private static void open(
      RouteGrant grant,
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    List<HttpMethod> methods =
        grant.method().equals(HttpMethod.GET)
            ? List.of(HttpMethod.GET, HttpMethod.HEAD)
            : List.of(grant.method());
    String[] roles = grant.roles().stream().map(Role::name).toArray(String[]::new);
    for (HttpMethod method : methods) {
      var url = requests.requestMatchers(method, grant.pattern());
      if (roles.length == 0) {
        url.permitAll();
      } else {
        url.hasAnyRole(roles);
      }
    }
  }

  private static void harden(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(SafeHeaders.CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .permissionsPolicyHeader(policy -> policy.policy(SafeHeaders.PERMISSIONS))
        .crossOriginOpenerPolicy(
            policy ->
                policy.policy(
                    org.springframework.security.web.header.writers
                        .CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN));
  }
}
