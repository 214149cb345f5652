package org.accordledger.core.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory of golden files. A new one is accepted by name; one that is there is never
 * overwritten, whatever is asked.
 */
public final class Goldens {
  private final Path directory;
  private final @Nullable String accepted;

  /** The goldens of this module, below {@code src/test/resources/golden}. */
  public static Goldens of(String directory) {
    return new Goldens(
        Path.of("src/test/resources/golden", directory), System.getProperty("ledger.accept"));
  }

  /**
   * @param accepted name of the file that may be written if it is not there, or {@code new} for
   *     all; null for none
   */
  Goldens(Path directory, @Nullable String accepted) {
    this.directory = directory;
    this.accepted = accepted;
  }

  /**
   * Compares with the golden of this name.
   *
   * @throws AssertionError if it differs, or is not there and not accepted
   */
  public void check(String name, String actual) {
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      accept(file, name, actual);
      return;
    }
    String golden = read(name);
    if (!golden.equals(actual)) {
      throw new AssertionError(
          """
          %s differs from what the code gives now.
          It is never overwritten: somebody's ledger may hold it. Give the same again, or leave the
          file as it is and add a new revision beside it.
          golden: %s
          now:    %s\
          """
              .formatted(file, golden, actual));
    }
  }

  private void accept(Path file, String name, String actual) {
    if (!"new".equals(accepted) && !name.equals(accepted)) {
      throw new AssertionError(
          """
          there is no golden %s yet. If this is right:
          %s
          then accept it: mvn test -pl ledger-core -Dtest='*Golden*' -Dledger.accept=%s\
          """
              .formatted(file, actual, name));
    }
    try {
      Files.createDirectories(directory);
      Files.writeString(file, actual);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The golden of this name, as text in UTF-8. */
  public String read(String name) {
    try {
      return Files.readString(directory.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String name) {
    return Files.exists(directory.resolve(name));
  }

  /** Names of the goldens that end so, in order. */
  public List<String> names(String ending) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
