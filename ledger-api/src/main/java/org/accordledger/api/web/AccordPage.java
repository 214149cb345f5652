package org.accordledger.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of an accord prints: its clauses by version, and every offer with its answers. */
record AccordPage(
    Frame frame,
    List<String> parties,
    String status,
    List<BasketLine> baskets,
    int responseDays,
    int panelSize,
    int quorum,
    String method,
    boolean retrospective,
    String scorecardHref,
    List<Ancestor> lineage,
    List<ClauseVersion> clauses,
    List<Offer> offers,
    List<Coverage> coverage) {

  record BasketLine(String title, String form, String bindingness) {}

  /** A predecessor: a link if it is an accord of this ledger. */
  record Ancestor(String text, @Nullable String href) {}

  record ClauseVersion(
      String code,
      String kind,
      boolean testable,
      String version,
      String from,
      @Nullable String until,
      List<CasePage.Text> texts,
      List<Element> elements,
      List<CasePage.Pair> pairs,
      List<Said> said) {}

  /** A reservation or an understanding of a party. */
  record Said(String kind, String number, String party, String since, List<CasePage.Text> texts) {}

  record Element(String code, String text) {}

  record Offer(
      String id,
      String by,
      String day,
      String items,
      boolean severable,
      @Nullable String source,
      @Nullable String sourceHref,
      List<Answer> answers,
      @Nullable Withdrawal withdrawal) {}

  record Withdrawal(String day, @Nullable String reason) {}

  record Answer(
      String position,
      String party,
      String kind,
      String day,
      String items,
      @Nullable String condition,
      List<CasePage.Text> words,
      @Nullable String sourceHref) {}

  record Coverage(String body, String clause, String since, @Nullable String until) {}
}
