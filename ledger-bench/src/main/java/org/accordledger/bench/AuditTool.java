package org.accordledger.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The auditor's self-contained jar, run as a process of its own with little memory. */
final class AuditTool {
  /** Heap the auditor is given, in MiB. */
  static final int HEAP = 512;

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+([0-9]+) kB");
  private static final int POLL_MILLIS = 20;

  private final Path jar;
  private long peak;

  private AuditTool(Path jar) {
    this.jar = jar;
  }

  /**
   * The jar that the launcher has built.
   *
   * @throws IllegalStateException if whoever started this did not say where it is
   */
  static AuditTool built() {
    Path jar = Path.of(System.getProperty("ledger.audit", ""));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "-Dledger.audit names no jar of the auditor; './ledger bench' builds and names it");
    }
    return new AuditTool(jar);
  }

  /**
   * What one run said.
   *
   * @param lines of both its streams
   * @param seconds from its start to its end, with that of its virtual machine
   */
  record Outcome(List<String> lines, double seconds) {
    /** The rate in the line that begins with a word, in entries or events a second. */
    double rate(String word) {
      Pattern rate = Pattern.compile(word + ": .*, ([0-9,]+) [a-z]+/s");
      for (String line : lines) {
        Matcher found = rate.matcher(line);
        if (found.matches()) {
          return Double.parseDouble(found.group(1).replace(",", ""));
        }
      }
      throw new IllegalStateException("the auditor told no rate of '" + word + "': " + lines);
    }

    long count(String beginning) {
      return lines.stream().filter(line -> line.startsWith(beginning)).count();
    }
  }

  /**
   * Runs one command to its end.
   *
   * @throws IllegalStateException if it did not succeed
   */
  Outcome run(String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP + "m",
                "-jar",
                jar.toString()));
    command.addAll(Arrays.asList(words));
    long started = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    Thread reader = Thread.ofPlatform().start(() -> read(process, lines));
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakOf(process.pid()));
    }
    reader.join();
    double seconds = (System.nanoTime() - started) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "audit " + String.join(" ", words) + " failed: " + String.join("\n", lines));
    }
    return new Outcome(lines, seconds);
  }

  /** Most memory that any run had resident, in MiB; 0 where the system does not tell. */
  long peak() {
    return peak >> 10;
  }

  private static void read(Process process, List<String> lines) {
    try (BufferedReader reader = process.inputReader()) {
      reader.lines().forEach(lines::add);
    } catch (IOException e) {
      lines.add("its output broke off: " + e.getMessage());
    }
  }

  private static long peakOf(long process) {
    try {
      Matcher found =
          PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(process), "status")));
      return found.find() ? Long.parseLong(found.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
