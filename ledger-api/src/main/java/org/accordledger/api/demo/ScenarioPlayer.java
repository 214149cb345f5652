package org.accordledger.api.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accordledger.api.client.Answer;
import org.accordledger.api.client.Binding;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.demo.Scenario.Step;
import org.accordledger.api.yaml.YamlProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plays scenarios against a running ledger. Every step carries the same idempotency key in every
 * run and rests on the version its stream had in the first, so a repeat gets the first answer.
 */
public final class ScenarioPlayer {
  private static final Pattern NAME = Pattern.compile("\\{([a-z0-9-]+)}");

  private final LedgerClient ledger;
  private final Function<Binding, String> tokens;

  /**
   * @param tokens gives a token for an account; asked once per account
   */
  public ScenarioPlayer(LedgerClient ledger, Function<Binding, String> tokens) {
    this.ledger = ledger;
    this.tokens = tokens;
  }

  /**
   * What was played.
   *
   * @param steps how many
   * @param added how many of them the ledger had not seen before
   * @param lastPosition the last position they wrote
   */
  public record Played(int steps, int added, long lastPosition) {
    public static final Played NOTHING = new Played(0, 0, 0);

    /** Both, one after the other. */
    public Played plus(Played other) {
      return new Played(
          steps + other.steps, added + other.added, Math.max(lastPosition, other.lastPosition));
    }

    @Override
    public String toString() {
      return "loaded %d steps: %d new, %d already there".formatted(steps, added, steps - added);
    }
  }

  /**
   * Plays the steps that are wanted, in order.
   *
   * @throws YamlProblem naming the step that the ledger refuses
   */
  public Played play(Scenario scenario, Predicate<Step> wanted) {
    long head = ledger.get("/accords?limit=1", "application/json").position();
    Map<String, LedgerClient> clients = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<String, String> versions = new HashMap<>();
    Played played = Played.NOTHING;
    for (Step step : scenario.steps()) {
      if (!wanted.test(step)) {
        continue;
      }
      LedgerClient client =
          clients.computeIfAbsent(
              step.as(), account -> ledger.as(tokens.apply(binding(scenario, account))));
      String path = fill(step, names);
      Answer answer = client.post(path, step.body(), step.key(), versions.get(stream(path)));
      if (!answer.ok()) {
        throw new YamlProblem(step.place(), "POST " + path + " was refused: " + answer.sentence());
      }
      JsonNode body = answer.json();
      String stream = body.path("stream").asString("");
      versions.put(stream, Long.toString(body.path("version").asLong()));
      if (step.answerName() != null) {
        names.put(step.answerName(), stream);
      }
      long position = answer.position();
      played = played.plus(new Played(1, position > head ? 1 : 0, position));
    }
    return played;
  }

  private static Binding binding(Scenario scenario, String account) {
    Binding binding = scenario.accounts().get(account);
    if (binding == null) {
      throw new YamlProblem(scenario.name(), "'" + account + "' is no account of this scenario");
    }
    return binding;
  }

  private static String fill(Step step, Map<String, String> names) {
    Matcher matcher = NAME.matcher(step.path());
    StringBuilder path = new StringBuilder();
    while (matcher.find()) {
      String id = names.get(matcher.group(1));
      if (id == null) {
        throw new YamlProblem(step.place(), "no earlier step is named '" + matcher.group(1) + "'");
      }
      matcher.appendReplacement(path, Matcher.quoteReplacement(id));
    }
    return matcher.appendTail(path).toString();
  }

  /** The stream a path writes to: its second part; null where a new one is created. */
  private static @Nullable String stream(String path) {
    String[] parts = path.split("/", -1);
    return parts.length > 2 ? parts[2] : null;
  }
}
