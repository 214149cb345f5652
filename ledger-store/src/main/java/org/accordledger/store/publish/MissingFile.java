package org.accordledger.store.publish;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of the published log is not there: somebody has taken it away. */
final class MissingFile extends UncheckedIOException {
  private static final long serialVersionUID = 1;

  MissingFile(String file, Path directory) {
    super("%s is missing in %s".formatted(file, directory), new NoSuchFileException(file));
  }
}
