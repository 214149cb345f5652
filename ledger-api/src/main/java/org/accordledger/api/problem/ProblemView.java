package org.accordledger.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows problems to people. The pages implement it, so that this package need not know them. */
public interface ProblemView {
  /** True if the request asks for a page rather than a document. */
  boolean wants(HttpServletRequest request);

  /** Writes the body and its type; status and other header fields are set. */
  void write(Problem problem, HttpServletResponse response) throws IOException;
}
