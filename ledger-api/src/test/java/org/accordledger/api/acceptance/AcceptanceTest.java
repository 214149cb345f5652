package org.accordledger.api.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * docs/acceptance.md lists every row with its tests. It is written from the tests themselves: a row
 * that loses its last one fails the build, and so does a test that is switched off, left out by the
 * build or skipped where the data of its row is not there, if the row has no other.
 */
class AcceptanceTest {
  private static final Path PAGE = Path.of("..", "docs", "acceptance.md");
  private static final Pattern ROW = Pattern.compile("R([0-9]{2})_(\\w+)");

  @Test
  void every_row_has_a_test_and_the_page_lists_them() throws IOException {
    Map<String, List<String>> tests = tests();
    StringBuilder page =
        new StringBuilder(
            """
            # Acceptance
            What users do with the ledger, and the tests that do it: through HTTP or the command line, against the running application. This page is
            written from the tests (`AcceptanceTest`), which run in every build. Tests on real data are skipped, with a message, where the data is not there.

            | # | what it is | tests |
            |---|---|---|
            """);
    for (String row : rows()) {
      String number = row.substring(0, 2);
      assertThat(tests).as("a test of row %s", row).containsKey(number);
      page.append("| %s | %s | ".formatted(number, row.substring(3)))
          .append(String.join("<br>", tests.getOrDefault(number, List.of())))
          .append(" |\n");
    }
    assertThat(tests).hasSameSizeAs(rows());

    if (Boolean.getBoolean("ledger.accept")) {
      Files.writeString(PAGE, page);
    }
    assertThat(page.toString())
        .as("docs/acceptance.md; accept a change with -Dledger.accept=true, and review it")
        .isEqualTo(Files.readString(PAGE));
  }

  @Test
  void every_row_has_a_test_that_is_not_skipped_where_outside_data_is_missing() {
    Set<String> rows = new TreeSet<>();
    RunsInEveryBuild calls = new RunsInEveryBuild(compiled());
    classes()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> ROW.matcher(method.getName()).matches())
        .filter(method -> !calls.mayBeSkipped(method))
        .forEach(method -> rows.add(method.getName().substring(1, 3)));

    assertThat(rows)
        .containsExactlyElementsOf(rows().stream().map(row -> row.substring(0, 2)).toList());
  }

  @Test
  void the_build_leaves_no_test_out() throws IOException {
    for (String pom : new String[] {"pom.xml", "../pom.xml"}) {
      RunsInEveryBuild.leavesNothingOut(Files.readString(Path.of(pom)));
    }
    assertThat(AcceptanceTest.class.getResource("/junit-platform.properties")).isNull();
  }

  private static List<String> rows() {
    try (InputStream rows = AcceptanceTest.class.getResourceAsStream("/acceptance-rows.txt")) {
      if (rows == null) {
        throw new IllegalStateException("the rows are missing");
      }
      return new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of tests in words, in order, by the number of their row. */
  private static Map<String, List<String>> tests() {
    Map<String, TreeSet<String>> tests = new TreeMap<>();
    classes()
        .peek(RunsInEveryBuild::isNotSwitchedOff)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(
            method ->
                method.isAnnotationPresent(Test.class)
                    || method.isAnnotationPresent(ParameterizedTest.class))
        .forEach(
            method -> {
              Matcher name = ROW.matcher(method.getName());
              assertThat(name.matches()).as("%s begins with a row", method.getName()).isTrue();
              RunsInEveryBuild.isNotSwitchedOff(method);
              tests
                  .computeIfAbsent(name.group(1), _ -> new TreeSet<>())
                  .add(
                      "%s (%s)"
                          .formatted(
                              name.group(2).replace('_', ' '),
                              method.getDeclaringClass().getSimpleName()));
            });
    Map<String, List<String>> sorted = new TreeMap<>();
    tests.forEach((row, names) -> sorted.put(row, List.copyOf(names)));
    return sorted;
  }

  private static URL compiled() {
    return AcceptanceTest.class.getProtectionDomain().getCodeSource().getLocation();
  }

  private static Stream<Class<?>> classes() {
    try {
      Path here =
          Path.of(compiled().toURI())
              .resolve(AcceptanceTest.class.getPackageName().replace('.', '/'));
      try (Stream<Path> files = Files.list(here)) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith("RowsTest.class"))
            .<Class<?>>map(AcceptanceTest::load)
            .toList()
            .stream();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(
          AcceptanceTest.class.getPackageName() + "." + file.replace(".class", ""));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
