package org.accordledger.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemView;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
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
    return !asksForJson(request)
        && accepted(request.getHeader(HttpHeaders.ACCEPT)).stream()
            .filter(type -> type.getQualityValue() > 0)
            .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
            .filter(type -> isPage(type) || type.getSubtype().endsWith("json"))
            .findFirst()
            .filter(ProblemPages::isPage)
            .isPresent();
  }

  private static boolean isPage(MediaType type) {
    return type.equalsTypeAndSubtype(MediaType.TEXT_HTML);
  }

  private static boolean asksForJson(HttpServletRequest request) {
    try {
      return "json".equals(request.getParameter("format"));
    } catch (InvalidParameterException unreadable) {
      return false;
    }
  }

  private static List<MediaType> accepted(@Nullable String header) {
    try {
      return MediaType.parseMediaTypes(header);
    } catch (InvalidMediaTypeException unreadable) {
      return List.of();
    }
  }

  @Override
  public void write(Problem problem, HttpServletResponse response) throws IOException {
    ProblemPage page =
        new ProblemPage(
            Frame.bare(problem.title()),
            problem.title(),
            problem.detail(),
            problem.code(),
            problem.status().value(),
            Address.of("problems", problem.code()).toString());
    String html = templates.process("problem", new Context(Locale.ENGLISH, Map.of("page", page)));
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
