package org.accordledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.api.problem.ProblemWriter;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Says why a request was turned away: no such route, no such method, no valid token, or no such
 * role.
 */
final class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {
  private record Door(HttpMethod method, PathPattern pattern) {}

  private final List<Door> doors;
  private final ProblemWriter writer;

  Doorkeeper(List<RouteGrant> grants, ProblemWriter writer) {
    this.doors =
        grants.stream()
            .map(
                grant ->
                    new Door(
                        grant.method(), PathPatternParser.defaultInstance.parse(grant.pattern())))
            .toList();
    this.writer = writer;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why instanceof OAuth2AuthenticationException || open(request)) {
      writer.answer(why, request, response);
    } else {
      turnAway(request, response);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (open(request)) {
      writer.answer(why, request, response);
    } else {
      turnAway(request, response);
    }
  }

  private boolean open(HttpServletRequest request) {
    return methods(request).anyMatch(method -> method.name().equals(request.getMethod()));
  }

  private Stream<HttpMethod> methods(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    return doors.stream().filter(door -> door.pattern().matches(path)).map(Door::method);
  }

  private void turnAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String allowed =
        methods(request).map(HttpMethod::name).distinct().collect(Collectors.joining(", "));
    Problem problem =
        allowed.isEmpty()
            ? Problem.of(ProblemCode.NOT_FOUND, "There is no such address.")
            : Problem.of(
                    ProblemCode.METHOD_NOT_ALLOWED,
                    "This address does not know " + request.getMethod() + ".")
                .withHeader("Allow", allowed);
    writer.write(problem, request, response);
  }
}
