package org.accordledger.api.commands;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An exhibit without an id gets one that tells nothing: a random UUID. Where it is marked closer
 * than its case, no other kind is taken.
 */
final class ExhibitIds {
  private static final String ID = "id";

  private ExhibitIds() {}

  /** Gives the exhibits in a body the ids they lack, wherever the command has exhibits. */
  static void give(ObjectNode body) {
    for (String pointer : List.of("/exhibits", "/allegation/exhibits")) {
      for (JsonNode one : body.at(pointer)) {
        if (one instanceof ObjectNode exhibit && !exhibit.hasNonNull(ID)) {
          exhibit.put(ID, UUID.randomUUID().toString());
        }
      }
    }
  }
}
