package org.accordledger.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents; the one place where an error's bytes are made. */
@Component
public final class ProblemWriter {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final ObjectProvider<ProblemView> views;

  ProblemWriter(ObjectProvider<ProblemView> views) {
    this.views = views;
  }

  /** Answers a failure, unless part of an answer is already on its way. */
  public void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(Failures.problemOf(failure, Trace.id(request)), request, response);
  }

  /** Writes a problem as the answer, unless part of an answer is already on its way. */
  public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    send("POST".equals(request.getMethod()) ? problem.ofWrite() : problem, request, response);
  }

  private void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.resetBuffer();
    response.setStatus(problem.status().value());
    problem.headers().forEach(response::setHeader);
    response.setHeader("Cache-Control", "no-store");
    SafeHeaders.addTo(response);
    ProblemView view = views.getIfAvailable();
    if (view != null && view.wants(request)) {
      view.write(problem, response);
      response.flushBuffer();
      return;
    }
    response.setContentType("application/problem+json");
    byte[] body = JSON.writeValueAsBytes(problem.document(instance(request), Trace.id(request)));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /** The address that was asked for, also where the server asks for its page of errors instead. */
  private static String instance(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String address = asked instanceof String first ? first : request.getRequestURI();
    return address == null ? "" : address;
  }
}
