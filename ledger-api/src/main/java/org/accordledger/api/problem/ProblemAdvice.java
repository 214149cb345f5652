package org.accordledger.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** The one way out for everything a controller throws. */
@ControllerAdvice
final class ProblemAdvice {
  private final ProblemWriter writer;

  ProblemAdvice(ProblemWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler(Throwable.class)
  void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.answer(failure, request, response);
  }
}
