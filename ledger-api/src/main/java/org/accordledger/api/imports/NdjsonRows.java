package org.accordledger.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.accordledger.api.imports.PhysicalLines.Line;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a file with one JSON object per line. Members of nested objects are columns with
 * dotted names; a list of texts is one cell whose parts a comma separates.
 */
final class NdjsonRows implements RowSource {
  private static final JsonMapper JSON = new JsonMapper();

  private final String file;
  private final InputStream in;
  private final PhysicalLines lines;

  NdjsonRows(String file, InputStream in) {
    this.file = file;
    this.in = in;
    this.lines = new PhysicalLines(in);
  }

  @Override
  public @Nullable ReadRow next() throws IOException {
    Line line = lines.read();
    while (line != null && line.problem() == null && line.text().isBlank()) {
      line = lines.read();
    }
    if (line == null) {
      return null;
    }
    if (line.problem() != null) {
      return new ReadRow.Unreadable(file, line.number(), line.problem());
    }
    try {
      JsonNode object = JSON.readTree(line.text());
      if (!object.isObject()) {
        return new ReadRow.Unreadable(file, line.number(), "the line is no JSON object");
      }
      Map<String, String> cells = new LinkedHashMap<>();
      flatten("", object, cells);
      return new ReadRow.Cells(
          file,
          line.number(),
          Header.of(List.copyOf(cells.keySet())),
          cells.values().toArray(String[]::new));
    } catch (JacksonException e) {
      return new ReadRow.Unreadable(
          file, line.number(), "the line is not JSON: " + e.getOriginalMessage());
    }
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> cells) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = prefix + member.getKey();
      JsonNode value = member.getValue();
      if (value.isObject()) {
        flatten(name + ".", value, cells);
      } else if (value.isArray()) {
        cells.put(
            name, value.valueStream().map(v -> v.asString("")).collect(Collectors.joining(",")));
      } else {
        cells.put(name, value.isNull() ? "" : value.asString(""));
      }
    }
  }

  @Override
  public long bytesRead() {
    return lines.bytesRead();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
