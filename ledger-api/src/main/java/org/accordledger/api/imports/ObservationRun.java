package org.accordledger.api.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.accordledger.api.client.Binding;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.imports.ImportRun.Request;
import org.accordledger.api.imports.ObservationMapping.ElectionPlan;
import org.accordledger.api.imports.ObservationMapping.SeriesPlan;
import org.accordledger.api.imports.Submission.RowName;
import org.jspecify.annotations.Nullable;

/**
 * Imports elections or counts of series with a running ledger, with the guarantees of {@link
 * ImportRun}: what is there is not written again, and what cannot be used is listed.
 */
public final class ObservationRun {
  private final Request request;
  private final ObservationMapping mapping;
  private final LedgerClient ledger;
  private final Function<Binding, String> tokens;
  private final PrintStream out;

  /**
   * Reads the mapping.
   *
   * @param ledger where to
   * @param tokens gives a token for the body that records or keeps
   * @throws org.accordledger.api.yaml.YamlProblem if the mapping is wrong
   */
  public ObservationRun(
      Request request, LedgerClient ledger, Function<Binding, String> tokens, PrintStream out) {
    this.request = request;
    this.mapping = ObservationMapping.read(request.mapping());
    this.ledger = ledger;
    this.tokens = tokens;
    this.out = out;
  }

  /** True if a mapping file is of elections or series, and not of allegations. */
  public static boolean takes(Path mapping) {
    return ObservationMapping.isIn(mapping);
  }

  /**
   * Imports everything and prints what became of it.
   *
   * @return true unless there were rows and none could be used
   * @throws ImportProblem if the import as a whole cannot go on
   */
  public boolean run() {
    ImportRun.requireOwnRejectsFile(request, List.of());
    for (Path file : request.files()) {
      try (RowSource source = open(file)) {
        source.bytesRead();
      } catch (IOException e) {
        throw ImportRun.unreadable(file, e);
      }
    }
    try (RejectsFile rejects = rejectsFile()) {
      ImportTally tally = new ImportTally(rejects, "records");
      switch (mapping.plan()) {
        case ElectionPlan plan -> {
          ElectionImport elections = new ElectionImport(plan, sender(plan.recorder(), null), tally);
          readAll(elections::take, tally);
        }
        case SeriesPlan plan -> {
          SeriesImport series = new SeriesImport(plan, sender(plan.keeper(), plan.accord()), tally);
          readAll(series::take, tally);
          series.finish();
        }
      }
      tally.summary(request.dryRun()).forEach(out::println);
      return !tally.nothingUsed();
    }
  }

  private @Nullable RejectsFile rejectsFile() {
    return request.rejects() == null ? null : new RejectsFile(request.rejects());
  }

  private @Nullable ObservationSender sender(String body, @Nullable String accord) {
    if (request.dryRun()) {
      return null;
    }
    String where = accord == null ? "*" : accord;
    String token = tokens.apply(new Binding("import." + body, "monitor", where, body));
    return new ObservationSender(ledger.as(token));
  }

  private void readAll(Consumer<ReadRow.Cells> rows, ImportTally tally) {
    for (Path file : request.files()) {
      try (RowSource source = open(file)) {
        for (ReadRow row = source.next(); row != null; row = source.next()) {
          switch (row) {
            case ReadRow.Cells cells -> rows.accept(cells);
            case ReadRow.Unreadable unreadable ->
                tally.reject(
                    new Submission(
                        List.of(new RowName(row.file(), row.line(), "")),
                        List.of(),
                        List.of(),
                        null),
                    new Submission.Problem("unreadable", unreadable.reason()));
          }
        }
      } catch (IOException e) {
        throw ImportRun.unreadable(file, e);
      }
    }
  }

  private RowSource open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return ImportRun.rows(file, in, mapping.format(), mapping.delimiter(), mapping.columns());
  }
}
