package org.accordledger.api.client;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String body) {
  private static final JsonMapper JSON = new JsonMapper();

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /** The body as JSON; an empty object if it is none. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JacksonException notJson) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The stable code of a problem; empty for an answer that is none. */
  public String code() {
    return json().path("code").asString("");
  }

  /** The position the answer reflects; -1 if it states none. */
  public long position() {
    JsonNode position = json().path("position");
    if (position.isNumber()) {
      return position.asLong();
    }
    return header("Ledger-Position").map(Long::parseLong).orElse(-1L);
  }

  /** A problem in one sentence: code, detail, and the first place it points to. */
  public String sentence() {
    String code = code().isEmpty() ? "HTTP " + status : code();
    String reason = reason();
    return reason.isEmpty() ? code : code + ": " + reason;
  }

  /** A problem without its code: detail, and the first place it points to. */
  public String reason() {
    JsonNode problem = json();
    StringBuilder sentence =
        new StringBuilder(problem.path("detail").asString(problem.path("title").asString("")));
    JsonNode first = problem.path("errors").path(0);
    if (first.isObject()) {
      sentence
          .append(" (")
          .append(first.path("pointer").asString(""))
          .append(" ")
          .append(first.path("detail").asString(first.path("code").asString("")))
          .append(")");
    }
    return sentence.toString();
  }
}
