package org.accordledger.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.api.problem.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Until the store is open, turns away at once what would need it; otherwise each request would wait
 * for the database in vain.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class OpenGate extends OncePerRequestFilter {
  private static final Pattern WORKS_WITHOUT =
      Pattern.compile("/(health|openapi|problems|assets)([/.].*)?");

  private final Opening opening;
  private final ProblemWriter writer;

  OpenGate(Opening opening, ProblemWriter writer) {
    this.opening = opening;
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (opening.obstacle() == null || WORKS_WITHOUT.matcher(request.getRequestURI()).matches()) {
      chain.doFilter(request, response);
    } else {
      writer.write(
          Problem.of(ProblemCode.STORE_UNAVAILABLE, "The ledger is not open yet.")
              .withHeader("Retry-After", "2"),
          request,
          response);
    }
  }
}
