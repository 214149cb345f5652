package org.accordledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure was measured on. */
final class Hardware {
  private Hardware() {}

  static String describe() {
    Runtime runtime = Runtime.getRuntime();
    return "%s, %d cores, %d MiB heap, Java %s, %s %s"
        .formatted(
            processor(),
            runtime.availableProcessors(),
            runtime.maxMemory() >> 20,
            Runtime.version(),
            System.getProperty("os.name"),
            System.getProperty("os.version"));
  }

  /** The processor's name where the system tells it. */
  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("processor unknown");
    } catch (IOException e) {
      return "processor unknown";
    }
  }
}
