package org.accordledger.api.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.Refused;
import org.accordledger.store.OutcomeUnknown;
import org.accordledger.store.StoreUnavailable;
import org.accordledger.store.publish.LogContradiction;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever was thrown into the problem that leaves the application. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final int DEPTH = 16;

  /** Before the first start of projections has made its tables, or after somebody dropped them. */
  private static final String UNDEFINED_TABLE = "42P01";

  /** Of all tables, those of the views alone are asked for without their schema. */
  private static final Pattern VIEW = Pattern.compile("\"[a-z_]+\"");

  private Failures() {}

  /**
   * The problem that answers a failure. What nothing here knows is logged with the trace id as its
   * incident id and answered as such.
   */
  static Problem problemOf(Throwable failure, String traceId) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < DEPTH; i++, cause = cause.getCause()) {
      Optional<Problem> known = known(cause);
      if (known.isPresent()) {
        return known.get();
      }
    }
    LOG.error("Incident {}: {}", traceId, failure.toString(), failure);
    return Problem.of(ProblemCode.INTERNAL_ERROR, "This is incident " + traceId + ".");
  }

  private static Optional<Problem> known(Throwable failure) {
    return Optional.ofNullable(
        switch (failure) {
          case ProblemException known -> known.problem();
          case Refused refused -> Problem.of(refused);
          case InvalidValue invalid -> invalid(invalid);
          case MethodArgumentTypeMismatchException mismatch -> parameter(mismatch);
          case InvalidParameterException _ ->
              Problem.of(
                  ProblemCode.INVALID_PARAMETER,
                  "The query cannot be read: two hexadecimal digits follow each %, and together"
                      + " they spell UTF-8.");
          case MissingServletRequestParameterException missing ->
              Problem.of(
                  ProblemCode.INVALID_PARAMETER,
                  "The query parameter " + missing.getParameterName() + " is missing.");
          case ErrorResponse response -> byStatus(response.getStatusCode(), response);
          case AuthenticationException ignored -> unauthenticated();
          case AccessDeniedException ignored ->
              Problem.of(ProblemCode.FORBIDDEN, "The token has no role that may do this.");
          case LogContradiction changed ->
              Problem.of(ProblemCode.LOG_CONTRADICTED, String.valueOf(changed.getMessage()));
          case OutcomeUnknown ignored -> unknown();
          case StoreUnavailable away -> unavailable(String.valueOf(away.getMessage()));
          case DataAccessResourceFailureException ignored ->
              unavailable("The database does not answer.");
          case QueryTimeoutException ignored -> unavailable("The database does not answer.");
          case SQLException sql when connectionLost(sql.getSQLState()) ->
              unavailable("The database does not answer.");
          case SQLException sql when viewIsMissing(sql) -> {
            LOG.warn("A view is asked for that is not there yet: {}", sql.getMessage());
            yield unavailable("The views are not there yet.");
          }
          default -> null;
        });
  }

  private static boolean viewIsMissing(SQLException sql) {
    return UNDEFINED_TABLE.equals(sql.getSQLState())
        && VIEW.matcher(String.valueOf(sql.getMessage())).find();
  }

  private static Problem invalid(InvalidValue invalid) {
    String pointer = "/" + invalid.field().replace('.', '/');
    return Problem.of(ProblemCode.INVALID_REQUEST, invalid.getMessage() + ".")
        .withErrors(
            List.of(
                new FieldError(pointer, "invalid_value", String.valueOf(invalid.getMessage()))));
  }

  private static Problem parameter(MethodArgumentTypeMismatchException mismatch) {
    Throwable reason = mismatch;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    String why = reason instanceof InvalidValue ? reason.getMessage() : "has the wrong form";
    return Problem.of(
        ProblemCode.INVALID_PARAMETER, "The parameter " + mismatch.getName() + ": " + why + ".");
  }

  static Problem unauthenticated() {
    return Problem.of(
            ProblemCode.UNAUTHENTICATED, "The request carries no token, or one that is not valid.")
        .withHeader("WWW-Authenticate", "Bearer");
  }

  private static Problem unknown() {
    return Problem.of(
            ProblemCode.OUTCOME_UNKNOWN,
            "The database went away while this was being stored, so it may be stored or not.")
        .withHeader("Retry-After", "2");
  }

  private static Problem unavailable(String sentence) {
    return Problem.of(ProblemCode.STORE_UNAVAILABLE, sentence).withHeader("Retry-After", "2");
  }

  /** SQLSTATE classes 08 (connection), 53 (resources) and 57 (operator intervention). */
  private static boolean connectionLost(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
  }

  static Problem byStatus(HttpStatusCode status, @Nullable ErrorResponse response) {
    Problem problem =
        switch (status.value()) {
          case 400, 414, 431 ->
              response == null
                  ? Problem.of(ProblemCode.MALFORMED_REQUEST, "The server could not read it.")
                  : Problem.of(ProblemCode.INVALID_PARAMETER, "The request is not valid.");
          case 401 -> unauthenticated();
          case 403 -> Problem.of(ProblemCode.FORBIDDEN, "The token has no role that may do this.");
          case 404 -> Problem.of(ProblemCode.NOT_FOUND, "Nothing was found at this address.");
          case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "The method is not known here.");
          case 406 -> Problem.of(ProblemCode.NOT_ACCEPTABLE, "The answer has no such form.");
          case 413 -> Problem.of(ProblemCode.BODY_TOO_LARGE, "The body was not read.");
          case 415 -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body was not read.");
          case 501, 505 -> Problem.of(ProblemCode.METHOD_UNKNOWN, "The request was not read.");
          default -> null;
        };
    if (problem == null) {
      return status.is4xxClientError()
          ? Problem.of(ProblemCode.INVALID_PARAMETER, "The request is not valid.")
          : Problem.of(ProblemCode.INTERNAL_ERROR, "The request could not be handled.");
    }
    if (response != null) {
      String allow = response.getHeaders().getFirst("Allow");
      return allow == null ? problem : problem.withHeader("Allow", allow);
    }
    return problem;
  }
}
