package org.accordledger.api.reads;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an address does not know: a misspelt filter must not answer with
 * everything, and a write must not seem to have heeded what it does not know.
 */
final class KnownParameters implements HandlerInterceptor {
  private static final List<String> OURS =
      List.of(
          "org.accordledger.api.commands",
          "org.accordledger.api.log",
          "org.accordledger.api.problem",
          "org.accordledger.api.reads",
          "org.accordledger.api.web");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // asked for its page of errors, the server repeats the query of what failed
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && handler instanceof HandlerMethod method
        && OURS.contains(method.getBeanType().getPackageName())) {
      boolean reads = !request.getMethod().equals(HttpMethod.POST.name());
      Set<String> known =
          Arrays.stream(method.getMethodParameters())
              .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
              .filter(annotation -> annotation != null)
              .map(RequestParam::name)
              .collect(Collectors.toCollection(TreeSet::new));
      for (String name : request.getParameterMap().keySet()) {
        if (!known.contains(name) && !(reads && name.equals("format"))) {
          throw Parameters.wrong(
              name,
              known.isEmpty()
                  ? "is not known here; this address takes none"
                  : "is not known here; known are " + String.join(", ", known));
        }
      }
    }
    return true;
  }
}
