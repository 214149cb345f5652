package org.accordledger.core.architecture.canary;

import tools.jackson.databind.JsonNode;

/** Breaks JACKSON_IN_CODEC_ALONE. */
final class WritesJson {
  private WritesJson() {}

  static String text(JsonNode node) {
    return node.toString();
  }
}
