package org.accordledger.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Prometheus and Grafana are given, compared with docs/operating.md. */
class AlertsTest {
  private static final Path OPERATING = Path.of("../docs/operating.md");
  private static final Path PROJECTIONS = Path.of("../docs/projections.md");
  private static final Path ALERTS = Path.of("../docker/prometheus/alerts.yml");
  private static final Path DASHBOARDS = Path.of("../docker/grafana/dashboards");

  /** What the ledger's libraries and Prometheus itself measure. */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "up|ALERTS|jvm_memory_used_bytes|http_server_requests_seconds_(count|sum|bucket)"
              + "|hikaricp_connections_(active|pending)|disk_(free|total)_bytes");

  private static final Pattern ROW = Pattern.compile("\\| `([a-z_]+)` \\| ([a-z]+) \\|.*");
  private static final Pattern WORD = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\w|\\s*\\()");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

  @Test
  void every_alert_has_a_runbook_and_every_runbook_an_alert() throws IOException {
    List<String> alerts = rules().map(rule -> rule.at("/alert").asString()).toList();
    List<String> runbooks =
        Files.readString(OPERATING)
            .lines()
            .filter(line -> line.startsWith("### Ledger"))
            .map(line -> line.substring("### ".length()))
            .toList();

    assertThat(alerts).doesNotHaveDuplicates().isNotEmpty();
    assertThat(runbooks).containsExactlyElementsOf(alerts);
  }

  @Test
  void every_alert_says_how_grave_it_is_and_where_its_runbook_stands() throws IOException {
    assertThat(rules())
        .allSatisfy(
            rule -> {
              String anchor = rule.at("/alert").asString().toLowerCase(Locale.ROOT);
              assertThat(rule.at("/annotations/runbook").asString())
                  .isEqualTo("docs/operating.md#" + anchor);
              assertThat(rule.at("/annotations/summary").asString()).isNotBlank();
              assertThat(rule.at("/labels/severity").asString()).isIn("critical", "warning");
            });
  }

  @Test
  void every_metric_of_a_rule_or_a_dashboard_is_measured() throws IOException {
    Set<String> told = told();
    List<String> expressions =
        new ArrayList<>(rules().map(rule -> rule.at("/expr").asString()).toList());
    try (Stream<Path> files = Files.list(DASHBOARDS)) {
      for (Path file : files.toList()) {
        expressions(JsonMapper.shared().readTree(Files.readString(file)), expressions);
      }
    }

    Set<String> named = new TreeSet<>();
    expressions.forEach(expression -> named.addAll(metrics(expression)));
    assertThat(named).contains("ledger_log_contradicted", "ledger_commands_seconds_bucket");
    named.removeIf(name -> OF_OTHERS.matcher(name).matches());
    assertThat(told).containsAll(named);
  }

  @Test
  void of_an_expression_only_its_metrics_are_taken() {
    assertThat(
            metrics(
                "sum by (a, b) (rate(one_total{c=\"d\"}[5m])) > 0 unless on () two offset 1h"
                    + " and ignoring(e) three == 1"))
        .containsExactlyInAnyOrder("one_total", "two", "three");
  }

  private static Stream<JsonNode> rules() throws IOException {
    Object file = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(ALERTS));
    JsonNode groups = JsonMapper.shared().valueToTree(file).at("/groups");
    return groups.valueStream().flatMap(group -> group.at("/rules").valueStream());
  }

  private static void expressions(JsonNode node, List<String> into) {
    if (node.has("expr")) {
      into.add(node.get("expr").asString());
    }
    node.forEach(child -> expressions(child, into));
  }

  /** Metrics of an expression in Prometheus's language: no label, function, keyword or duration. */
  private static Set<String> metrics(String expression) {
    String bare =
        expression
            .replaceAll("\\{[^}]*}", "")
            .replaceAll("\\[[^]]*]", "")
            .replaceAll("\"[^\"]*\"", "")
            .replaceAll(
                "\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)\\s*", " (")
            .replaceAll("\\b[0-9][0-9a-z.]*", "");
    Matcher words = WORD.matcher(bare);
    return words
        .results()
        .map(word -> word.group())
        .filter(word -> !OPERATORS.contains(word))
        .collect(Collectors.toSet());
  }

  /** The table's names, and those that Prometheus makes of a histogram or a summary. */
  private static Set<String> told() throws IOException {
    Set<String> names = new TreeSet<>();
    String tables = Files.readString(OPERATING) + Files.readString(PROJECTIONS);
    for (String line : tables.lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        String name = row.group(1);
        names.add(name);
        if (Set.of("histogram", "summary").contains(row.group(2))) {
          Stream.of("_count", "_sum", "_max").forEach(end -> names.add(name + end));
        }
        if (row.group(2).equals("histogram")) {
          names.add(name + "_bucket");
        }
      }
    }
    return names;
  }
}
