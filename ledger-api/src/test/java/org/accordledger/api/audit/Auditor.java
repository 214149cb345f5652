package org.accordledger.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.accordledger.api.TestLedger;
import org.accordledger.audit.cli.Audit;
import org.accordledger.core.Role;
import picocli.CommandLine;

/** Somebody with a directory, the auditor's commands and perhaps a token. */
public final class Auditor {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Map<String, String> JSON = Map.of("Accept", "application/json");

  private final TestLedger ledger;
  private final Path directory;
  private final List<String> token;

  private Auditor(TestLedger ledger, Path directory, List<String> token) {
    this.ledger = ledger;
    this.directory = directory;
    this.token = token;
  }

  /** Who reads what everybody may read. */
  public static Auditor of(TestLedger ledger, Path directory) {
    return new Auditor(ledger, directory, List.of());
  }

  /** Who may read everything under every accord. */
  static Auditor withToken(TestLedger ledger, Path directory) {
    Path file = directory.resolveSibling(directory.getFileName() + ".token");
    write(file, ledger.token("auditor", Role.AUDITOR, null, null) + "\n");
    return new Auditor(ledger, directory, List.of("--token-file", file.toString()));
  }

  Path directory() {
    return directory;
  }

  /** Fetches what is stored now, once it is published. */
  public String fetch(String... options) {
    awaitPublished();
    List<String> words = new ArrayList<>(List.of("fetch", here(), "--from", server()));
    words.addAll(token);
    words.addAll(Arrays.asList(options));
    return succeeds(words);
  }

  String verify() {
    return succeeds(List.of("verify", here()));
  }

  /** Compares the scorecard with the served one, once that has come to the end of the log. */
  public String replay(List<Long> positions) {
    assertThat(ledger.get("/scorecard?min_position=" + ledger.head(), JSON).status())
        .isEqualTo(200);
    List<String> words = new ArrayList<>(List.of("replay", here(), "--compare", server()));
    words.addAll(token);
    positions.forEach(position -> words.addAll(List.of("--as-of", position.toString())));
    return succeeds(words);
  }

  /** Checks a receipt as the server gave it. */
  String checksReceipt(String receipt) {
    Path file = directory.resolveSibling("given.receipt");
    write(file, receipt);
    return succeeds(List.of("proof", "--check", file.toString(), "--dir", here()));
  }

  /** Runs a command that has to succeed; gives what it printed. */
  static String succeeds(List<String> words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Audit.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit = line.execute(words.toArray(String[]::new));
    assertThat(exit).as("%s%n%s%n%s", words, out, err).isZero();
    return out.toString();
  }

  /** All files below a part of the directory. */
  List<Path> files(String part) {
    try (Stream<Path> files = Files.walk(directory.resolve(part))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitPublished() {
    try {
      assertThat(ledger.running().awaitPublished(ledger.head(), LIMIT)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String here() {
    return directory.toString();
  }

  private String server() {
    return ledger.running().address().toString();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
