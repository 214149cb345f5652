package org.accordledger.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the container or a filter ended with {@code sendError}. */
@Controller
final class ErrorDispatch implements ErrorController {
  private final ProblemWriter writer;

  ErrorDispatch(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("/error")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : 404;
    writer.write(Failures.byStatus(HttpStatusCode.valueOf(code), null), request, response);
  }
}
