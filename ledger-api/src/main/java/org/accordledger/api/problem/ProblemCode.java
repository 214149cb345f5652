package org.accordledger.api.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * Why the HTTP layer refuses a request. Codes are stable for ever; each has a page under {@code
 * /problems/}. What the domain refuses has its own codes ({@link
 * org.accordledger.core.RefusalCode}).
 */
public enum ProblemCode {
  MALFORMED_JSON(
      HttpStatus.BAD_REQUEST,
      "The body is not JSON",
      "Send one JSON object, in UTF-8, with every key at most once and at most 32 levels deep."),
  INVALID_REQUEST(
      HttpStatus.BAD_REQUEST,
      "The request does not fit its description",
      "Correct the fields listed under errors; docs/openapi.yaml describes every field."),
  INVALID_PARAMETER(
      HttpStatus.BAD_REQUEST,
      "A part of the address is not valid",
      "Correct the path or query parameter that the detail names."),
  MALFORMED_REQUEST(
      HttpStatus.BAD_REQUEST,
      "The request is not readable as HTTP",
      "Write what an address cannot hold as UTF-8 in %-escapes, and send at most 16,384 bytes of"
          + " address and headers."),
  METHOD_UNKNOWN(
      HttpStatus.NOT_IMPLEMENTED,
      "No address here knows this method or version of HTTP",
      "Use GET, HEAD or POST, and HTTP/1.1."),
  IDEMPOTENCY_KEY_MISSING(
      HttpStatus.BAD_REQUEST,
      "The request needs an Idempotency-Key",
      "Send a header Idempotency-Key of 1 to 200 visible ASCII characters, a new one for each new"
          + " wish."),
  IDEMPOTENCY_KEY_REUSED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The Idempotency-Key was used for another request",
      "Repeat the first request unchanged, or choose a new key for a new one."),
  STILL_RUNNING(
      HttpStatus.CONFLICT,
      "The first request with this Idempotency-Key is still running",
      "Repeat the request in a moment: it then gets the first one's answer."),
  UNAUTHENTICATED(
      HttpStatus.UNAUTHORIZED,
      "The request needs a valid access token",
      "Send a header 'Authorization: Bearer <token>' with a token that is not revoked."),
  FORBIDDEN(
      HttpStatus.FORBIDDEN,
      "The token's roles do not allow this",
      "Use a token bound to this accord in a role that may do it; docs/security.md lists them."),
  AMBIGUOUS_BODY(
      HttpStatus.FORBIDDEN,
      "The token may do this for more than one body",
      "Use a token bound to the one body that this is done for."),
  NOT_FOUND(
      HttpStatus.NOT_FOUND,
      "There is nothing here that this token may see",
      "Check the address and its ids."),
  METHOD_NOT_ALLOWED(
      HttpStatus.METHOD_NOT_ALLOWED,
      "This address does not know the method",
      "Use one of the methods in the Allow header."),
  NOT_ACCEPTABLE(
      HttpStatus.NOT_ACCEPTABLE,
      "None of the accepted media types is available",
      "Accept application/json."),
  ALREADY_SUBMITTED(
      HttpStatus.CONFLICT,
      "This allegation was submitted before",
      "Nothing is to be done: the member 'case' names the case it became."),
  ALREADY_EXISTS(
      HttpStatus.CONFLICT, "The id is taken", "Choose another id, or change what has this one."),
  KEYS_NOT_READY(
      HttpStatus.CONFLICT,
      "The keys of the log do not allow this now",
      "Do first what the detail says; GET /keys shows how the keys stand."),
  STALE_VERSION(
      HttpStatus.PRECONDITION_FAILED,
      "The stream has changed since the version in If-Match",
      "Read it again, decide again, and send the version of its ETag."),
  IF_MATCH_MISSING(
      HttpStatus.PRECONDITION_REQUIRED,
      "A change of an existing stream needs If-Match",
      "Send a header If-Match with the ETag of the version you have seen."),
  BODY_TOO_LARGE(
      HttpStatus.CONTENT_TOO_LARGE, "The body is too large", "Send at most 1,048,576 bytes."),
  UNSUPPORTED_MEDIA_TYPE(
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "The body's media type is not supported",
      "Send application/json."),
  VIEW_BEHIND(
      HttpStatus.SERVICE_UNAVAILABLE,
      "The view has not yet reached the position asked for",
      "Repeat the request in a moment, or ask without min_position."),
  OUTCOME_UNKNOWN(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Nobody knows yet whether this is stored",
      "Repeat the request with the same Idempotency-Key when the database is back: it gets the"
          + " first one's answer, or is done then."),
  STORE_UNAVAILABLE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "The database does not answer",
      "Repeat the request in a moment; the service recovers by itself."),
  LOG_CONTRADICTED(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "The ledger does not hold what it published",
      "Keep what you have of the log, and tell the operator: a new start checks the whole log and"
          + " names what was changed."),
  INTERNAL_ERROR(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "The request failed for an unknown reason",
      "Repeat the request; if it fails again, report the incident's id.");

  private final HttpStatus status;
  private final String title;
  private final String remedy;

  ProblemCode(HttpStatus status, String title, String remedy) {
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }

  /** The code as answers show it, for example {@code stale_version}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public HttpStatus status() {
    return status;
  }

  /** What is wrong, in one sentence without its end. */
  public String title() {
    return title;
  }

  /** What to do about it, in one sentence. */
  public String remedy() {
    return remedy;
  }
}
