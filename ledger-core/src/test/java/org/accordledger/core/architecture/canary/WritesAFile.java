package org.accordledger.core.architecture.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Breaks DOES_NO_IO_AND_NO_LOGGING. */
final class WritesAFile {
  private WritesAFile() {}

  static void write(Path file) throws IOException {
    Files.writeString(file, "decided");
  }
}
