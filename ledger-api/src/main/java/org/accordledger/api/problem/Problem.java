package org.accordledger.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.core.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * A problem document (RFC 9457).
 *
 * @param status HTTP status
 * @param code stable code; the type is {@code /problems/<code>}
 * @param title what is wrong in general
 * @param detail what is wrong in this request and how to remedy it
 * @param errors the body's fields that are wrong; empty if the failure is not about fields
 * @param members further members of this code, for example {@code case}
 * @param headers header fields the answer needs, for example {@code Retry-After}
 */
public record Problem(
    HttpStatusCode status,
    String code,
    String title,
    String detail,
    List<FieldError> errors,
    Map<String, String> members,
    Map<String, String> headers) {

  /** A problem of the HTTP layer; the detail ends with the code's remedy. */
  public static Problem of(ProblemCode code, String detail) {
    return new Problem(
        code.status(),
        code.code(),
        code.title(),
        detail + " " + code.remedy(),
        List.of(),
        Map.of(),
        Map.of());
  }

  /** What the domain refuses, with the rule's code and sentence. */
  public static Problem of(Refused refused) {
    String code = refused.code().code();
    String message = String.valueOf(refused.getMessage());
    return new Problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        code,
        refused.code().rule(),
        message.startsWith(code + ": ") ? message.substring(code.length() + 2) : message,
        List.of(),
        Map.of(),
        Map.of());
  }

  /** The same problem, naming the fields that are wrong. */
  public Problem withErrors(List<FieldError> wrong) {
    return new Problem(status, code, title, detail, List.copyOf(wrong), members, headers);
  }

  /** The same problem with one more member. */
  public Problem with(String member, String value) {
    Map<String, String> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(status, code, title, detail, errors, more, headers);
  }

  /** The same problem with one more header field. */
  public Problem withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, code, title, detail, errors, members, more);
  }

  /**
   * The same problem, met by a write. After a failure of the server nobody knows whether it was
   * stored; the key makes it safe to ask again.
   */
  Problem ofWrite() {
    return status.is5xxServerError() && !detail.contains("Idempotency-Key")
        ? new Problem(
            status,
            code,
            title,
            detail + " Keep its Idempotency-Key, so that nothing is stored twice.",
            errors,
            members,
            headers)
        : this;
  }

  /** This problem as something to throw. */
  public ProblemException toException() {
    return new ProblemException(this);
  }

  Map<String, Object> document(String instance, String traceId) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "/problems/" + code);
    document.put("title", title);
    document.put("status", status.value());
    document.put("detail", detail);
    document.put("instance", instance);
    document.put("code", code);
    document.put("trace_id", traceId);
    document.putAll(members);
    if (!errors.isEmpty()) {
      document.put("errors", errors);
    }
    return document;
  }
}
