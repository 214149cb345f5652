package org.accordledger.api.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.accordledger.api.openapi.RecordSchemas;
import org.accordledger.core.codec.EventCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed JSON Schema of every payload is the one that follows from the events' records, so
 * that whoever checks the ledger with other tools knows what a payload says.
 */
class PayloadSchemasTest {
  private static final Path COMMITTED =
      Path.of(System.getProperty("ledger.root"), "docs/payloads.schema.json");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Test
  void the_committed_schemas_are_those_of_the_events() throws IOException {
    String own = JSON.writeValueAsString(schemas()) + "\n";

    if (Boolean.getBoolean("ledger.accept")) {
      Files.writeString(COMMITTED, own);
    }
    assertThat(own)
        .as("docs/payloads.schema.json; accept a change with -Dledger.accept=true, and review it")
        .isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void every_reference_in_them_leads_somewhere() {
    JsonNode schemas = schemas();
    assertThat(schemas.findValues("$ref")).isNotEmpty();
    for (JsonNode reference : schemas.findValues("$ref")) {
      assertThat(schemas.at(reference.asString().substring(1)).isMissingNode())
          .as(reference.asString())
          .isFalse();
    }
  }

  private static ObjectNode schemas() {
    RecordSchemas records = RecordSchemas.ofAnswers();
    Map<String, Schema<?>> payloads = new TreeMap<>();
    new EventCodec().payloads().forEach((type, event) -> payloads.put(type, records.of(event)));
    ObjectNode file = JSON.createObjectNode();
    file.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    file.put("title", "Payloads of the ledger's events");
    file.put(
        "description",
        "Under properties: the schema of the payload for each type, as it stands in a leaf after"
            + " 'org.accordledger.'. Payloads are canonical JSON (RFC 8785).");
    ObjectNode properties = file.putObject("properties");
    payloads.forEach((type, schema) -> properties.set(type, json(schema)));
    ObjectNode shared = file.putObject("$defs");
    records.named().forEach((name, schema) -> shared.set(name, json(schema)));
    return file;
  }

  private static ObjectNode json(Schema<?> schema) {
    ObjectNode node = JSON.createObjectNode();
    if (schema.get$ref() != null) {
      return node.put("$ref", schema.get$ref().replace("#/components/schemas/", "#/$defs/"));
    }
    if (schema.getTypes() != null) {
      node.put("type", schema.getTypes().iterator().next());
    }
    put(node, "description", schema.getDescription());
    put(node, "format", schema.getFormat());
    put(node, "pattern", schema.getPattern());
    if (schema.getEnum() != null) {
      node.set("enum", JSON.valueToTree(schema.getEnum()));
    }
    if (schema.getItems() != null) {
      node.set("items", json(schema.getItems()));
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      node.set("additionalProperties", json(values));
    }
    if (schema.getProperties() != null) {
      ObjectNode properties = node.putObject("properties");
      schema.getProperties().forEach((name, one) -> properties.set(name, json(one)));
      node.put("additionalProperties", false);
    }
    if (schema.getRequired() != null) {
      node.set("required", JSON.valueToTree(schema.getRequired()));
    }
    return node;
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
