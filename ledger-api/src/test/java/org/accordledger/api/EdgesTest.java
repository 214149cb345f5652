package org.accordledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server turns away before the application sees it is a problem like every other. */
class EdgesTest {
  private final TestLedger ledger = TestLedger.shared();

  record Edge(String name, int status, String code, String... head) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Edge> edges() {
    String kilobytes = "x".repeat(60_000);
    return Stream.of(
        new Edge("half an escape", 400, "malformed_request", "GET /% HTTP/1.1"),
        new Edge("no character", 400, "malformed_request", "GET /cases/%00 HTTP/1.1"),
        new Edge(
            "a slash in disguise",
            400,
            "malformed_request",
            "GET /problems/..%2F..%2Fetc HTTP/1.1"),
        new Edge("raw letters", 400, "malformed_request", "GET /cases?x=\u00e9 HTTP/1.1"),
        new Edge("two lengths", 400, "malformed_request", "GET / HTTP/1.1", "Content-Length: x"),
        new Edge("a long address", 400, "malformed_request", "GET /" + kilobytes + " HTTP/1.1"),
        new Edge("a long header", 400, "malformed_request", "GET / HTTP/1.1", "X: " + kilobytes),
        new Edge("a tunnel", 501, "method_unknown", "CONNECT example.org:443 HTTP/1.1"),
        new Edge("a version to come", 501, "method_unknown", "GET / HTTP/7.1"),
        new Edge("a query of no hex", 400, "invalid_parameter", "GET /cases?x=%zz HTTP/1.1"),
        new Edge("a query of no text", 400, "invalid_parameter", "GET /cases?accord=%ff HTTP/1.1"),
        new Edge("a trace", 405, "method_not_allowed", "TRACE /cases HTTP/1.1"),
        new Edge("a trace of an asset", 405, "method_not_allowed", "TRACE /assets/x HTTP/1.1"),
        new Edge("no such method", 405, "method_not_allowed", "FOO /cases HTTP/1.1"),
        new Edge("an untidy path", 400, "malformed_request", "GET //cases HTTP/1.1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edges")
  void it_leaves_as_a_problem_with_every_safe_header_and_no_product(Edge edge) {
    RawRequest answer = RawRequest.answer(ledger, edge.head());

    assertThat(answer.status()).as(answer.body()).isEqualTo(edge.status());
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("code").asString("")).isEqualTo(edge.code());
    assertThat(answer.json().path("instance").asString("")).doesNotContain("/error");
    assertThat(answer.json().path("detail").asString("")).doesNotContain("Idempotency-Key");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("content-security-policy")).startsWith("default-src 'none'");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(answer.headers()).doesNotContainKey("server");
    assertThat(answer.body()).doesNotContain("Tomcat", "apache", "Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "FOO", "DELETE"})
  void a_method_an_address_does_not_know_is_answered_with_its_own(String method) {
    RawRequest answer = RawRequest.answer(ledger, method + " /cases HTTP/1.1", "X-Echo: secret");

    assertThat(answer.header("allow").split(", ")).containsExactlyInAnyOrder("GET", "POST");
    assertThat(answer.json().path("instance").asString("")).isEqualTo("/cases");
    assertThat(answer.body()).doesNotContain("secret");
  }

  @Test
  void a_browser_at_the_edge_gets_a_page() {
    RawRequest answer = RawRequest.answer(ledger, "GET /% HTTP/1.1", "Accept: text/html");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("content-type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(answer.body()).contains("malformed_request", "/assets/ledger.css");
  }

  @Test
  void a_form_that_is_refused_is_not_sent() {
    assertThat(ledger.get("/cases", Map.of("Accept", "text/html;q=0")).status()).isEqualTo(406);
    assertThat(type("text/html;q=0, */*")).isEqualTo("application/json");
    assertThat(type("text/html;q=0, application/json;q=0.1")).isEqualTo("application/json");
    assertThat(type("application/json;q=0.1, text/html")).startsWith("text/html");
    HttpAnswer missing =
        ledger.get("/cases/case-nowhere", Map.of("Accept", "text/html;q=0.1, application/json"));
    assertThat(missing.header("Content-Type")).isEqualTo("application/problem+json");
  }

  private String type(String accept) {
    return ledger.get("/cases", Map.of("Accept", accept)).header("Content-Type");
  }

  @Test
  void every_code_has_a_page_and_the_same_as_a_document() {
    HttpAnswer page = ledger.get("/problems/wrong_stage", Map.of("Accept", "text/html"));
    HttpAnswer document = ledger.get("/problems/wrong_stage", Map.of());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    Document html = Jsoup.parse(page.response().body());
    assertThat(html.select("h1").text()).isEqualTo("wrong_stage");
    assertThat(html.select("main").text())
        .contains("Each act belongs to certain stages of a case.", "Read the case's stage.", "422");
    assertThat(document.json().get("remedy").asString()).contains("Read the case's stage.");
    assertThat(ledger.get("/problems/nothing", Map.of("Accept", "text/html")).status())
        .isEqualTo(404);
  }
}
