package org.accordledger.bench.system;

/** What the load sends: an accord between two invented parties, and cases under it. */
final class CommandTexts {
  static final String ACCORD = "accord-faults";

  private CommandTexts() {}

  static String accord() {
    return """
    {"accord": "%s", "title": {"en": "Accord under faults"}, "languages": ["en"],
     "parties": [{"id": "alba", "name": {"en": "Alba"}}, {"id": "borea", "name": {"en": "Borea"}}],
     "baskets": [{"code": "media", "title": {"en": "Media"}, "form": "code_of_conduct", "bindingness": "political"}],
     "rules": {"version": 1, "response_days": 30, "panel_size": 3, "quorum": 3}}
    """
        .formatted(ACCORD);
  }

  static String offer() {
    return """
    {"offer": "offer-1", "offered_by": "alba", "severable": true, "items": [
      {"code": "no-fakes", "basket": "media", "kind": "prohibition",
       "text": {"en": "The parties do not spread forged documents."},
       "actor": "the parties", "acts": ["forged-document"], "target": "the public of a party",
       "time_rule": "at any time", "exclusions": "none", "evidence_standard": "clear and convincing",
       "elements": [{"code": "forged", "text": {"en": "A document was forged."}}],
       "verifiability": "a", "entry": {"needs": "all_parties"}, "effective_from": null}]}
    """;
  }

  static String acceptance(String party) {
    return "{\"offer\": \"offer-1\", \"party\": \"%s\", \"items\": [\"no-fakes\"]}"
        .formatted(party);
  }

  /**
   * Of an act of a day.
   *
   * @param day in ISO form
   */
  static String allegation(String day, int writer, int number) {
    return """
    {"allegation": {"accord": "%1$s", "clause": "no-fakes", "respondent": "borea", "complainant": "alba",
      "acts": ["forged-document"], "occurred": {"from": "%2$s", "precision": "day"}, "victims": ["alba"],
      "title": "Letter %3$d of writer %4$d", "narrative": {"en": "Letter %3$d of %4$d was forged."},
      "marking": "clear", "exhibits": [
        {"id": "letter", "kind": "press", "title": "The letter", "marking": "clear", "text": "Dear %3$d"}]}}
    """
        .formatted(ACCORD, day, number, writer);
  }

  static String response(int writer, int number) {
    return "{\"kind\": \"not_us\", \"text\": {\"en\": \"Not us, said %d of %d.\"}}"
        .formatted(number, writer);
  }
}
