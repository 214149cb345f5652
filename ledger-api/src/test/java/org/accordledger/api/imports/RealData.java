package org.accordledger.api.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** The data sets beside the repository, which are no part of it; tests that need them skip. */
public final class RealData {
  public static final Path ROOT = Path.of(System.getProperty("ledger.root", "..")).toAbsolutePath();

  private RealData() {}

  /** One of them; the test that asks is skipped if it is not there. */
  public static Path file(String name) {
    String configured = System.getenv("ACCORD_DATA");
    Path directory =
        configured != null ? Path.of(configured) : ROOT.resolveSibling("shared").resolve("data");
    Path file = directory.resolve(name);
    Assumptions.assumeTrue(
        Files.isReadable(file),
        file + " is absent: set ACCORD_DATA to the directory that holds it");
    return file;
  }

  static Mapping mapping(String name) {
    return MappingReader.read(ROOT.resolve("examples/mappings").resolve(name));
  }

  /** What a file comes to under a mapping. */
  static List<Submission> submissions(Mapping mapping, Path file, Set<String> parties)
      throws IOException {
    List<Submission> submissions = new ArrayList<>();
    SubmissionMaker maker =
        new SubmissionMaker(
            mapping, mapping.accord(), parties, Tables.read(mapping.tables(), file));
    try (CsvRows rows =
        new CsvRows(
            String.valueOf(file.getFileName()),
            mapping.delimiter(),
            new BufferedInputStream(Files.newInputStream(file)))) {
      mapping.check(rows.header(), file.toString());
      for (ReadRow row = rows.next(); row != null; row = rows.next()) {
        maker.take(row, submissions::add);
      }
    }
    maker.finish(submissions::add);
    return submissions;
  }
}
