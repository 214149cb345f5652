package org.accordledger.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles one class that dereferences what may be null, with the compiler, the checkers and the
 * plugin line of the build itself. Were NullAway switched off, misspelt or not loaded, the build
 * would stay green without a word; this test would not.
 */
class NullAwayCanaryTest {
  private static final List<String> NEEDED_BY_ERROR_PRONE =
      List.of("api", "file", "main", "model", "parser", "processing", "tree", "util");

  @TempDir Path classes = Path.of("");

  @Test
  void a_class_that_forgets_null_is_refused_by_the_build() throws Exception {
    Compilation broken = compile("broken");

    assertThat(broken.exit()).isNotZero();
    assertThat(broken.output()).contains("[NullAway] dereferenced expression 'name' is @Nullable");
  }

  @Test
  void the_same_class_mended_passes() throws Exception {
    Compilation mended = compile("mended");

    assertThat(mended.output()).isBlank();
    assertThat(mended.exit()).isZero();
  }

  private record Compilation(int exit, String output) {}

  private Compilation compile(String variant) throws IOException, InterruptedException {
    String checkers =
        Files.readString(Path.of(property("canary.checkers")), StandardCharsets.UTF_8).strip();
    List<String> command = new ArrayList<>();
    command.add(Path.of(property("java.home"), "bin", "javac").toString());
    for (String exported : NEEDED_BY_ERROR_PRONE) {
      command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + exported + "=ALL-UNNAMED");
    }
    for (String opened : List.of("code", "comp")) {
      command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + opened + "=ALL-UNNAMED");
    }
    command.addAll(
        List.of(
            "-XDcompilePolicy=simple",
            "-XDaddTypeAnnotationsToSymbol=true",
            "--should-stop=ifError=FLOW",
            property("canary.plugin"),
            "-processorpath",
            checkers,
            "-classpath",
            checkers,
            "-proc:none",
            "-d",
            classes.toString(),
            source(variant).toString()));
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Compilation(javac.waitFor(), output);
  }

  private static Path source(String variant) throws IOException {
    String name = "/canary/" + variant + "/Canary.java";
    return Path.of(
        Objects.requireNonNull(NullAwayCanaryTest.class.getResource(name), name).getPath());
  }

  private static String property(String name) {
    return Objects.requireNonNull(
        System.getProperty(name), name + " is set by ledger-core/pom.xml: run the test with Maven");
  }
}
