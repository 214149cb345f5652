package org.accordledger.api.reads;

import tools.jackson.databind.JsonNode;

/**
 * A template filled in for an accord: nothing is written by reading it.
 *
 * @param draft the body of {@code POST /accords}, to be changed or sent as it is
 * @param offer the body of {@code POST /accords/{accord}/offers}
 */
public record TemplateDocument(String template, String title, JsonNode draft, JsonNode offer) {}
