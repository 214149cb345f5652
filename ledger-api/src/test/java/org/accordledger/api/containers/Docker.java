package org.accordledger.api.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Docker engine of this machine, by its command line. */
final class Docker {
  /** The directory with docker-compose.yml. */
  static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private static final int ENOUGH_MINUTES = 10;

  private Docker() {}

  /** What a command said, both streams in one. */
  record Said(int exitCode, String text) {}

  /**
   * The name of an image that is here; otherwise the test is skipped. This is asked before
   * Testcontainers is, which without a registry would try for minutes to pull images of its own.
   *
   * @param variable of the environment that names the image
   * @param standard its name where the variable is not set
   */
  static String image(String variable, String standard) {
    String name = System.getenv().getOrDefault(variable, standard);
    Assumptions.assumeTrue(
        run(Map.of(), List.of("docker", "image", "inspect", name)).exitCode() == 0,
        () ->
            "skipped: there is no Docker engine, or no image %s on this machine; pull it, build it with .ci/images/build, or name another one in %s"
                .formatted(name, variable));
    return name;
  }

  /**
   * How compose is called here, as a part of Docker or by itself; otherwise the test is skipped.
   */
  static List<String> compose() {
    Optional<List<String>> found =
        Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
            .filter(
                words ->
                    run(Map.of(), Stream.concat(words.stream(), Stream.of("version")).toList())
                            .exitCode()
                        == 0)
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), "skipped: there is no docker compose");
    return found.orElseThrow();
  }

  /** Runs a command in the project's directory, with these variables beside the environment's. */
  static Said run(Map<String, String> variables, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(PROJECT.toFile()).redirectErrorStream(true);
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(ENOUGH_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " does not end");
      }
      return new Said(process.exitValue(), text);
    } catch (IOException absent) {
      return new Said(127, String.valueOf(absent.getMessage()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As {@link #run}, for what has to work. */
  static String must(Map<String, String> variables, List<String> command) {
    Said said = run(variables, command);
    if (said.exitCode() != 0) {
      throw new UncheckedIOException(new IOException(command + ": " + said.text()));
    }
    return said.text();
  }
}
