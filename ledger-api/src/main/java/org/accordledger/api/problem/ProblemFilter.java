package org.accordledger.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Outermost filter but for the framework's own that observes requests, whose span has the trace id:
 * gives the request that id and answers what fails before or around the controllers, above all in
 * the security filters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class ProblemFilter extends OncePerRequestFilter {
  private final ProblemWriter writer;

  ProblemFilter(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String traceId = Trace.id(request);
    MDC.put("trace_id", traceId);
    try {
      chain.doFilter(request, response);
    } catch (IOException clientGone) {
      throw clientGone;
    } catch (ServletException | RuntimeException failure) {
      writer.answer(failure, request, response);
    } finally {
      MDC.remove("trace_id");
    }
  }
}
