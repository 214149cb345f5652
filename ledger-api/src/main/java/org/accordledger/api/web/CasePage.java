package org.accordledger.api.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a case prints: the allegation and the reply in equal place, what both sides
 * filed, what was found, and every event.
 *
 * @param silence what stands where a reply is missing; absent if there is one
 * @param exhibitsWithheld exhibits this reader may not see
 */
record CasePage(
    Frame frame,
    String accordTitle,
    String accordHref,
    String cellHref,
    String respondent,
    String complainant,
    String clause,
    boolean illustrative,
    List<Pair> identity,
    Statement allegation,
    List<Actor> actors,
    List<Text> hypotheses,
    @Nullable Silence silence,
    List<Reply> replies,
    List<Finding> findings,
    List<Exhibit> exhibits,
    int exhibitsWithheld,
    List<Claim> claims,
    List<Event> timeline) {

  /**
   * A label and what it says: a link, a word by its key, or plain text.
   *
   * @param label key of the label
   */
  record Pair(String label, @Nullable String text, @Nullable String key, @Nullable String href) {
    static Pair text(String label, String text) {
      return new Pair(label, text, null, null);
    }

    static Pair word(String label, String key) {
      return new Pair(label, null, key, null);
    }

    static Pair link(String label, String text, Object href) {
      return new Pair(label, text, null, href.toString());
    }
  }

  /** A text as filed, in its own language. */
  record Text(String language, @Nullable String text) {
    public boolean withheld() {
      return text == null;
    }
  }

  record Statement(String when, List<Text> texts, List<Pair> pairs) {}

  /** One link of the actor chain. */
  record Actor(String level, String name, String control) {}

  /** Why there is no reply: key of the sentence and its date. */
  record Silence(String key, String text) {}

  record Reply(String when, String kind, List<Text> texts, @Nullable String counterHref) {}

  record Finding(
      int number,
      boolean superseded,
      String outcome,
      String when,
      @Nullable String severity,
      int votes,
      int dissenting,
      List<Answer> answers,
      List<Text> reasons,
      List<Dissent> dissents) {}

  /**
   * The answer to one question: an element by its text, or a question by its key.
   *
   * @param more whether it also rests on exhibits this reader may not see
   */
  record Answer(
      @Nullable String key,
      String question,
      String value,
      String confidence,
      List<String> exhibits,
      boolean more) {}

  record Dissent(String member, List<Text> texts) {}

  record Exhibit(
      String id,
      String title,
      String kind,
      String side,
      @Nullable String rating,
      Map<String, String> totals,
      List<Test> assessments,
      long passed,
      @Nullable String originHref,
      @Nullable String originHost,
      @Nullable String originText,
      @Nullable String archiveHref,
      @Nullable String contentHref,
      @Nullable String sha256) {}

  /** A number that an exhibit quotes, and the key of how it stands. */
  record Claim(
      String exhibit,
      @Nullable String statement,
      String number,
      String unit,
      String status,
      @Nullable String evidence,
      @Nullable String when,
      List<Text> reason) {}

  /** One test of a source and the key of its answer. */
  record Test(String test, String answer) {}

  /** What an event says beside its name: key of the sentence and what stands in it. */
  record Detail(String key, String text) {}

  record Event(
      String position,
      String type,
      String day,
      String recorded,
      String role,
      String body,
      @Nullable Detail detail,
      List<Text> texts,
      String asOfHref) {}
}
