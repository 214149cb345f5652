package org.accordledger.api.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.accordledger.api.TestLedger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The committed description of the interface is the one the application gives of itself. */
class DescriptionTest {
  private static final Path COMMITTED =
      Path.of(System.getProperty("ledger.root"), "docs/openapi.yaml");

  private final TestLedger ledger = TestLedger.shared();

  @Test
  void the_committed_description_is_the_application_s_own() throws IOException {
    String own = ledger.get("/openapi.yaml", Map.of()).response().body();

    if (Boolean.getBoolean("ledger.accept")) {
      Files.writeString(COMMITTED, own);
    }
    assertThat(own)
        .as("docs/openapi.yaml; accept a change with -Dledger.accept=true, and review it")
        .isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void every_reference_in_it_leads_somewhere() {
    JsonNode description = ledger.get("/openapi", Map.of()).json();
    assertThat(description.at("/openapi").asString()).startsWith("3.1");
    for (JsonNode reference : description.findValues("$ref")) {
      assertThat(description.at(reference.asString().substring(1)).isMissingNode())
          .as(reference.asString())
          .isFalse();
    }
  }

  @Test
  void it_describes_every_command_with_its_body() {
    JsonNode paths = ledger.get("/openapi", Map.of()).json().get("paths");
    for (CommandRoute route : CommandRoute.ALL) {
      JsonNode post = paths.path(route.path()).path("post");
      assertThat(post.at("/requestBody/content/application~1json/schema/$ref").asString(""))
          .as(route.path())
          .endsWith(route.command().getSimpleName() + "Request");
    }
  }
}
