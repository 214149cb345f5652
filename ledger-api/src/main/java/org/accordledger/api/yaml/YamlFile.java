package org.accordledger.api.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one YAML document into {@link YamlNode}s that know their lines. Runs nothing it reads. */
public final class YamlFile {
  private static final int MAX_BYTES = 4 * 1024 * 1024;
  private static final int MAX_DEPTH = 50;
  private static final int MAX_NODES = 200_000;

  private final String file;
  private int nodes;

  private YamlFile(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws YamlProblem if it cannot be read, is empty, or is not one YAML document
   */
  public static YamlNode read(Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new YamlProblem(path.toString(), "is larger than 4 MiB, which no such file needs");
      }
      return parse(path.toString(), Files.readString(path));
    } catch (NoSuchFileException e) {
      throw new YamlProblem(path.toString(), "no such file; check the path");
    } catch (CharacterCodingException e) {
      throw new YamlProblem(path.toString(), "is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw new YamlProblem(path.toString(), "cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads a text.
   *
   * @param file name used in complaints
   */
  public static YamlNode parse(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(50);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(MAX_BYTES);
    try {
      Node root = new Yaml(options).compose(new java.io.StringReader(text));
      if (root == null) {
        throw new YamlProblem(file, "is empty; expected a YAML document");
      }
      return new YamlFile(file).convert(root, 0);
    } catch (MarkedYAMLException e) {
      Optional<Mark> mark = Optional.ofNullable(e.getProblemMark());
      throw new YamlProblem(
          file + mark.map(m -> ":" + (m.getLine() + 1)).orElse(""),
          "is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new YamlProblem(file, "is not YAML: " + e.getMessage());
    }
  }

  private YamlNode convert(Node node, int depth) {
    String place = file + ":" + (node.getStartMark().getLine() + 1);
    // an alias may repeat a large part many times, or contain itself
    if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
      throw new YamlProblem(place, "the file nests or repeats too much");
    }
    return switch (node) {
      case ScalarNode scalar ->
          YamlNode.scalar(
              place, scalar.getValue(), scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN);
      case SequenceNode sequence -> {
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
          items.add(convert(item, depth + 1));
        }
        yield YamlNode.list(place, items);
      }
      case MappingNode mapping -> YamlNode.map(place, members(mapping, depth));
      default -> throw new YamlProblem(place, "expected a text, a list or a map");
    };
  }

  private Map<String, YamlNode> members(MappingNode mapping, int depth) {
    Map<String, YamlNode> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String place = file + ":" + (tuple.getKeyNode().getStartMark().getLine() + 1);
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new YamlProblem(place, "expected a plain word before the colon");
      }
      if (members.put(key.getValue(), convert(tuple.getValueNode(), depth + 1)) != null) {
        throw new YamlProblem(place, "'" + key.getValue() + "' stands twice; keep one");
      }
    }
    return members;
  }
}
