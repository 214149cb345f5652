package org.accordledger.api.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.accordledger.api.client.Binding;
import org.accordledger.api.yaml.YamlFile;
import org.accordledger.api.yaml.YamlNode;
import org.accordledger.api.yaml.YamlProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One directory of example files, read in the order of their names.
 *
 * @param name of the directory
 * @param accounts who takes part, by the name the steps use
 * @param steps in order
 * @param accords ids of the accords it drafts
 */
public record Scenario(
    String name, Map<String, Binding> accounts, List<Step> steps, Set<String> accords) {

  /**
   * One request.
   *
   * @param key idempotency key, the same in every run
   * @param path with names of earlier answers in braces
   * @param as the account's name
   * @param answerName what later paths call the id in the answer; null if they do not need it
   * @param place file and line, for complaints
   */
  public record Step(
      String key,
      String path,
      String as,
      @Nullable String answerName,
      ObjectNode body,
      String place) {
    /** True if the step sets up an accord and files no case. */
    public boolean isAboutAnAccord() {
      return path.startsWith("/accords");
    }

    @Nullable String draftedAccord() {
      return path.equals("/accords") ? body.path("accord").asString("") : null;
    }
  }

  /**
   * Reads a directory.
   *
   * @throws YamlProblem if there is no such directory, or a file in it is wrong
   */
  public static Scenario read(Path directory) {
    String name = String.valueOf(directory.getFileName());
    Map<String, YamlNode> accounts = new LinkedHashMap<>();
    List<Step> steps = new ArrayList<>();
    for (Path file : files(directory)) {
      YamlNode document = YamlFile.read(file).only("about", "accounts", "steps");
      document.require("about").text();
      document.find("accounts").ifPresent(node -> declare(node, accounts));
      int number = 0;
      for (YamlNode step : document.require("steps").items()) {
        steps.add(step(step, "example/" + name + "/" + file.getFileName() + "/" + ++number));
      }
    }
    Set<String> accords = new LinkedHashSet<>();
    for (Step step : steps) {
      if (!accounts.containsKey(step.as())) {
        throw new YamlProblem(
            step.place(),
            "'"
                + step.as()
                + "' is no account of this scenario; expected one of "
                + String.join(", ", accounts.keySet()));
      }
      String drafted = step.draftedAccord();
      if (drafted != null) {
        accords.add(drafted);
      }
    }
    return new Scenario(name, bindings(name, accounts, accords), List.copyOf(steps), accords);
  }

  /** The scenarios of a directory: every directory in it that holds a file with steps. */
  public static List<Scenario> all(Path examples) {
    try (Stream<Path> entries = Files.list(examples)) {
      return entries
          .filter(Files::isDirectory)
          .filter(directory -> !String.valueOf(directory.getFileName()).equals("mappings"))
          .filter(directory -> !files(directory).isEmpty())
          .sorted()
          .map(Scenario::read)
          .toList();
    } catch (IOException e) {
      throw new YamlProblem(
          examples.toString(),
          "the directory of the examples cannot be read; start in the repository");
    }
  }

  /** The parties of an accord that the scenario drafts; empty if it drafts none of that id. */
  public Set<String> partiesOf(String accord) {
    Set<String> parties = new LinkedHashSet<>();
    for (Step step : steps) {
      if (accord.equals(step.draftedAccord())) {
        for (JsonNode party : step.body().path("parties")) {
          parties.add(party.path("id").asString(""));
        }
      }
    }
    return parties;
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new YamlProblem(directory.toString(), "no such directory of example files");
    }
  }

  private static void declare(YamlNode node, Map<String, YamlNode> accounts) {
    node.members()
        .forEach(
            (account, binding) -> {
              binding.only("role", "body", "accord").require("role");
              if (accounts.put(account, binding) != null) {
                throw binding.problem("the account '" + account + "' is declared twice");
              }
            });
  }

  private static Step step(YamlNode node, String key) {
    node.only("post", "as", "name", "dated", "body");
    JsonNode body = node.require("body").toJson();
    if (!(body instanceof ObjectNode object)) {
      throw node.require("body").problem("expected the fields of the request");
    }
    node.find("dated").ifPresent(dated -> object.put("dated", dated.text()));
    String path = node.require("post").text();
    if (!path.matches("(/[a-z0-9{}-]+)+")) {
      throw node.require("post").problem("expected a path such as /cases/{name}/responses");
    }
    return new Step(
        key,
        path,
        node.require("as").text(),
        node.find("name").map(YamlNode::text).orElse(null),
        object,
        node.place());
  }

  private static Map<String, Binding> bindings(
      String scenario, Map<String, YamlNode> accounts, Set<String> accords) {
    Map<String, Binding> bindings = new LinkedHashMap<>();
    accounts.forEach(
        (account, node) ->
            bindings.put(
                account,
                new Binding(
                    scenario + "." + account,
                    node.require("role").text(),
                    node.find("accord").map(YamlNode::text).orElse(only(node, accords)),
                    node.find("body").map(YamlNode::text).orElse(null))));
    return bindings;
  }

  private static String only(YamlNode account, Set<String> accords) {
    if (accords.size() != 1) {
      throw account.problem(
          "expected 'accord', as the scenario drafts " + accords.size() + " accords");
    }
    return accords.iterator().next();
  }
}
