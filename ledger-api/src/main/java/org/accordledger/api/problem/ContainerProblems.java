package org.accordledger.api.problem;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;

/**
 * Answers what the server turns away before the application sees it, for example an address that
 * cannot be read, as a problem like every other. Stands in the place of the server's own page,
 * which would name its product and version.
 */
public final class ContainerProblems extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerProblems.class);

  private final ProblemWriter writer;

  public ContainerProblems(ProblemWriter writer) {
    this.writer = writer;
    setShowReport(false);
    setShowServerInfo(false);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()
        || !canBeWritten(response)) {
      return;
    }
    try {
      HttpStatusCode status = HttpStatusCode.valueOf(response.getStatus());
      if (failure != null && status.is5xxServerError()) {
        writer.answer(failure, request, response);
      } else {
        writer.write(Failures.byStatus(status, null), request, response);
      }
    } catch (IOException clientGone) {
      LOG.debug("Nobody was left to be told of {}", response.getStatus(), clientGone);
    }
  }

  private static boolean canBeWritten(Response response) {
    AtomicBoolean allowed = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
    return allowed.get();
  }
}
