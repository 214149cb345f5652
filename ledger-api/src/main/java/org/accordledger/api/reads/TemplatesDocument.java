package org.accordledger.api.reads;

import java.util.List;

/** Accords to begin from. */
public record TemplatesDocument(List<Item> items) {
  /** One template; {@code GET /templates/{template}} fills it in. */
  public record Item(String template, String title) {}
}
