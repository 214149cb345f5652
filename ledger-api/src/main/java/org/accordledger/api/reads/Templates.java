package org.accordledger.api.reads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.codec.LedgerJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Accords to begin from. A template is data: a file of two requests, and a line in the index. The
 * parties and the name come from whoever uses it.
 */
final class Templates {
  private final Map<String, JsonNode> templates = new LinkedHashMap<>();

  private Templates() {}

  /** Reads the templates that come with the application. */
  static Templates load() {
    Templates all = new Templates();
    for (String name : text("/templates-of-accords/index.txt").lines().toList()) {
      all.templates.put(
          name, LedgerJson.mapper().readTree(text("/templates-of-accords/" + name + ".json")));
    }
    return all;
  }

  private static String text(String resource) {
    try (InputStream in = Templates.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TemplatesDocument list() {
    return new TemplatesDocument(
        templates.entrySet().stream()
            .map(
                one ->
                    new TemplatesDocument.Item(
                        one.getKey(), one.getValue().path("title").asString()))
            .toList());
  }

  /**
   * A template for an accord.
   *
   * @param parties in their order; the first is the one that offers
   * @param title of the accord, in the template's language; null for the template's own
   */
  Optional<TemplateDocument> filled(
      String name, AccordId accord, List<BodyId> parties, @Nullable String title) {
    return Optional.ofNullable(templates.get(name))
        .map(JsonNode::deepCopy)
        .map(
            template -> {
              ObjectNode draft = (ObjectNode) template.path("draft");
              ObjectNode offer = (ObjectNode) template.path("offer");
              String language = draft.path("languages").path(0).asString();
              draft.put("accord", accord.value());
              if (title != null) {
                draft.putObject("title").put(language, title);
              }
              ArrayNode named = draft.putArray("parties");
              for (BodyId party : parties) {
                ObjectNode one = named.addObject().put("id", party.value());
                one.putObject("name").put(language, party.value());
              }
              offer.put("offered_by", parties.getFirst().value());
              return new TemplateDocument(name, template.path("title").asString(), draft, offer);
            });
  }
}
