package org.accordledger.api.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of a YAML file that knows where it stands. Scalars are typed as in YAML 1.2: {@code yes},
 * {@code no}, {@code on} and dates are texts.
 */
public final class YamlNode {
  private final String place;
  private final @Nullable String text;
  private final boolean plain;
  private final @Nullable List<YamlNode> items;
  private final @Nullable Map<String, YamlNode> members;

  private YamlNode(
      String place,
      @Nullable String text,
      boolean plain,
      @Nullable List<YamlNode> items,
      @Nullable Map<String, YamlNode> members) {
    this.place = place;
    this.text = text;
    this.plain = plain;
    this.items = items;
    this.members = members;
  }

  static YamlNode scalar(String place, String text, boolean plain) {
    return new YamlNode(place, text, plain, null, null);
  }

  static YamlNode list(String place, List<YamlNode> items) {
    return new YamlNode(place, null, false, items, null);
  }

  static YamlNode map(String place, Map<String, YamlNode> members) {
    return new YamlNode(place, null, false, null, members);
  }

  /** File and line, for example {@code mapping.yaml:12}. */
  public String place() {
    return place;
  }

  /** A complaint about this part. */
  public YamlProblem problem(String expectation) {
    return new YamlProblem(place, expectation);
  }

  public boolean isText() {
    return text != null;
  }

  public boolean isList() {
    return items != null;
  }

  public boolean isMap() {
    return members != null;
  }

  /** The scalar as it is written. */
  public String text() {
    if (text == null) {
      throw problem("expected a text, found a " + (isMap() ? "map" : "list"));
    }
    return text;
  }

  /** True or false. */
  public boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw problem("expected true or false, found '" + text() + "'");
    };
  }

  /** The items of a list; a single text counts as a list of one. */
  public List<YamlNode> items() {
    if (items != null) {
      return items;
    }
    if (isText()) {
      return List.of(this);
    }
    throw problem("expected a list, found a map");
  }

  /** The members of a map, in the order of the file. */
  public Map<String, YamlNode> members() {
    if (members == null) {
      throw problem(
          isList()
              ? "expected a map (name: value), found a list"
              : "expected a map (name: value), found '" + text + "'");
    }
    return members;
  }

  public Optional<YamlNode> find(String name) {
    return Optional.ofNullable(members().get(name));
  }

  /** The member of that name; a complaint if it is missing. */
  public YamlNode require(String name) {
    return find(name).orElseThrow(() -> problem("expected '" + name + "' here, and it is missing"));
  }

  /** Complains about the first member that is none of these. */
  public YamlNode only(String... names) {
    List<String> known = Arrays.asList(names);
    members()
        .forEach(
            (name, node) -> {
              if (!known.contains(name)) {
                throw node.problem(
                    "'"
                        + name
                        + "' is not known here; expected one of "
                        + String.join(", ", known));
              }
            });
    return this;
  }

  /** The same as JSON, for a request's body. */
  public JsonNode toJson() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (items != null) {
      ArrayNode array = json.arrayNode();
      items.forEach(item -> array.add(item.toJson()));
      return array;
    }
    if (members != null) {
      ObjectNode object = json.objectNode();
      members.forEach((name, node) -> object.set(name, node.toJson()));
      return object;
    }
    return scalarToJson(json, text());
  }

  private JsonNode scalarToJson(JsonNodeFactory json, String value) {
    if (!plain) {
      return json.stringNode(value);
    }
    return switch (value) {
      case "", "~", "null" -> json.nullNode();
      case "true" -> json.booleanNode(true);
      case "false" -> json.booleanNode(false);
      default -> {
        if (value.matches("-?(0|[1-9][0-9]{0,17})")) {
          yield json.numberNode(new BigInteger(value).longValueExact());
        }
        if (value.matches("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}")) {
          yield json.numberNode(new BigDecimal(value));
        }
        yield json.stringNode(value);
      }
    };
  }
}
