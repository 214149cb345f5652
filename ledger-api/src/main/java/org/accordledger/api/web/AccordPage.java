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
    List<Clocks> clocks,
    Standing standing,
    String method,
    boolean retrospective,
    String scorecardHref,
    List<Ancestor> lineage,
    List<ClauseVersion> clauses,
    List<Offer> offers,
    List<Coverage> coverage) {

  /**
   * Who may file, see and sit.
   *
   * @param version 0 until the accord adopts rules of its own
   * @param granted bodies that may file beside the parties
   * @param ended bodies that lost that, with the first day without
   * @param leastMarking key of the marking that new cases have at least
   */
  record Standing(
      int version,
      List<String> granted,
      List<Ended> ended,
      boolean injuredThirdStates,
      boolean nationalsSit,
      String leastMarking) {}

  record Ended(String body, String from) {}

  /**
   * The days that the rules of procedure give in a basket.
   *
   * @param particulars null where the rules set no clock, like those after it
   */
  record Clocks(
      String basket,
      int response,
      @Nullable Integer particulars,
      @Nullable Integer reply,
      @Nullable Integer review,
      @Nullable Integer extension) {}

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
      List<Item> items,
      boolean severable,
      @Nullable String source,
      @Nullable String sourceHref,
      List<Answer> answers,
      @Nullable Withdrawal withdrawal) {}

  /**
   * An item of an offer and what has become of it.
   *
   * @param status key of the word
   * @param from first day in force
   */
  record Item(
      String code,
      String status,
      @Nullable String from,
      @Nullable String until,
      List<Stand> stands) {}

  /** What a party has said to an item: key of the word, and the day. */
  record Stand(String party, String stand, @Nullable String day) {}

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
