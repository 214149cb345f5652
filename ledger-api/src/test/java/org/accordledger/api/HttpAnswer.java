package org.accordledger.api;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer as a client sees it. */
public record HttpAnswer(HttpResponse<String> response) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public int status() {
    return response.statusCode();
  }

  public JsonNode json() {
    return JSON.readTree(response.body());
  }

  /** The problem's code; empty if the answer is none. */
  public String code() {
    return header("Content-Type").startsWith("application/problem+json")
        ? json().path("code").asString("")
        : "";
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
