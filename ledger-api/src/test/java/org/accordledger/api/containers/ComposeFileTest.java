package org.accordledger.api.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docker-compose.yml must not give away, without starting it. */
class ComposeFileTest {
  private static JsonNode yaml(String path) throws IOException {
    String text = Files.readString(Docker.PROJECT.resolve(path));
    Object file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return JsonMapper.shared().valueToTree(file);
  }

  private static Stream<JsonNode> services() throws IOException {
    return yaml("docker-compose.yml").at("/services").valueStream();
  }

  @Test
  void ports_are_published_on_the_loopback_alone() throws IOException {
    assertThat(services().flatMap(service -> service.at("/ports").valueStream()))
        .hasSizeGreaterThanOrEqualTo(4)
        .allMatch(port -> port.asString().startsWith("127.0.0.1:"));
  }

  @Test
  void every_service_has_a_file_system_it_cannot_write_to_and_gains_no_rights() throws IOException {
    assertThat(services())
        .isNotEmpty()
        .allSatisfy(
            service -> {
              assertThat(service.at("/read_only").asBoolean(false)).isTrue();
              assertThat(service.at("/security_opt/0").asString())
                  .isEqualTo("no-new-privileges:true");
            });
  }

  @Test
  void every_image_can_be_another_one() throws IOException {
    assertThat(services().map(service -> service.at("/image").asString()))
        .isNotEmpty()
        .allMatch(image -> image.matches("\\$\\{[A-Z_]+_IMAGE:-[a-z/-]+:[a-z0-9.]+}"));
  }

  @Test
  void what_is_secret_comes_from_a_file_in_a_volume() throws IOException {
    Stream<Map.Entry<String, JsonNode>> secrets =
        services()
            .flatMap(service -> service.at("/environment").propertyStream())
            .filter(one -> one.getKey().matches(".*(PASSWORD|TOKEN|SECRET).*"));
    assertThat(secrets)
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.getKey()).endsWith("_FILE");
              assertThat(one.getValue().asString()).startsWith("/run/");
            });
  }

  @Test
  void every_node_is_scraped_by_its_name() throws IOException {
    Stream<String> nodes =
        yaml("docker-compose.yml")
            .at("/services")
            .propertyStream()
            .map(Map.Entry::getKey)
            .filter(name -> name.matches("ledger-.*-\\d"));
    Stream<String> targets =
        yaml("docker/prometheus/prometheus.yml").findValues("targets").stream()
            .flatMap(JsonNode::valueStream)
            .map(JsonNode::asString);
    assertThat(targets).containsExactlyInAnyOrderElementsOf(nodes.map(n -> n + ":8080").toList());
  }

  @Test
  void grafana_is_given_the_dashboard_and_the_source_that_it_asks() throws IOException {
    String provisioning = "docker/grafana/provisioning/";
    String place =
        yaml(provisioning + "dashboards/ledger.yml").at("/providers/0/options/path").asString();
    assertThat(yaml("docker-compose.yml").at("/services/grafana/volumes").valueStream())
        .extracting(JsonNode::asString)
        .contains(
            "./docker/grafana/provisioning:/etc/grafana/provisioning:ro",
            "./docker/grafana/dashboards:" + place + ":ro");
    String source =
        yaml(provisioning + "datasources/prometheus.yml").at("/datasources/0/uid").asString();
    String dashboard =
        Files.readString(Docker.PROJECT.resolve("docker/grafana/dashboards/ledger.json"));
    assertThat(JsonMapper.shared().readTree(dashboard).findValues("datasource"))
        .isNotEmpty()
        .allMatch(one -> one.at("/uid").asString().equals(source));
  }
}
