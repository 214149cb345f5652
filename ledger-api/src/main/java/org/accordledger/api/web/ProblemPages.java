package org.accordledger.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemView;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Shows a failed request to a person: the same words as the problem document, as a page. */
@Component
final class ProblemPages implements ProblemView {
  private final ITemplateEngine templates;

  ProblemPages(ITemplateEngine templates) {
    this.templates = templates;
  }

  @Override
  public boolean wants(HttpServletRequest request) {
    if ("json".equals(request.getParameter("format"))) {
      return false;
    }
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    int html = accept == null ? -1 : accept.indexOf(MediaType.TEXT_HTML_VALUE);
    int json = accept == null ? -1 : accept.indexOf("json");
    return html >= 0 && (json < 0 || html < json);
  }

  @Override
  public void write(Problem problem, HttpServletResponse response) throws IOException {
    ProblemPage page =
        new ProblemPage(
            Frame.bare(problem.title()),
            problem.title(),
            problem.detail(),
            problem.code(),
            problem.status().value());
    String html = templates.process("problem", new Context(Locale.ENGLISH, Map.of("page", page)));
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
