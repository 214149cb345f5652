package org.accordledger.api.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.accordledger.api.client.Answer;
import org.accordledger.api.client.Binding;
import org.accordledger.api.client.LedgerClient;
import org.accordledger.api.client.ServerUnreachable;
import org.accordledger.api.demo.Scenario;
import org.accordledger.api.demo.ScenarioPlayer;
import org.accordledger.api.imports.ImportTally.CaseOutcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Imports files with a running ledger. Nothing is kept locally: what the ledger has is told by the
 * ids of the cases, so a run that was killed is simply run again.
 */
public final class ImportRun {
  private static final int PARALLEL = 16;

  private final Request request;
  private final Mapping mapping;
  private final String accord;
  private final LedgerClient ledger;
  private final Function<Binding, String> tokens;
  private final PrintStream out;

  /**
   * What to import.
   *
   * @param mapping path of the mapping file
   * @param accord replaces the mapping's accord; null keeps it
   * @param rejects where to list what could not be used; null prints the reasons only
   * @param terminal true if the output is a terminal that can redraw a line
   */
  public record Request(
      Path mapping,
      List<Path> files,
      @Nullable String accord,
      boolean dryRun,
      @Nullable Path rejects,
      boolean terminal) {}

  /**
   * Reads the mapping.
   *
   * @param ledger where to
   * @param tokens gives a token for the complainant, and for the accounts of a scenario to prepare
   * @throws org.accordledger.api.yaml.YamlProblem if the mapping is wrong
   */
  public ImportRun(
      Request request, LedgerClient ledger, Function<Binding, String> tokens, PrintStream out) {
    this.request = request;
    this.mapping = MappingReader.read(request.mapping());
    this.accord = request.accord() == null ? mapping.accord() : request.accord();
    this.ledger = ledger;
    this.tokens = tokens;
    this.out = out;
  }

  /**
   * Imports everything and prints what became of it.
   *
   * @return true unless there were rows and none could be used
   * @throws ImportProblem if the import as a whole cannot go on
   */
  public boolean run() {
    requireOwnRejectsFile(request, tableFiles());
    // every file is opened, and its columns checked, before anything is sent
    for (Path file : request.files()) {
      try (RowSource source = open(file)) {
        source.bytesRead();
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    Tables tables =
        mapping.tables().isEmpty()
            ? Tables.NONE
            : Tables.read(mapping.tables(), request.files().getFirst());
    Path scenario = scenario();
    if (scenario != null && !request.dryRun()) {
      prepare(Scenario.read(scenario));
    }
    SubmissionMaker maker = new SubmissionMaker(mapping, accord, parties(), tables);
    try (RejectsFile rejects = rejectsFile()) {
      ImportTally tally = new ImportTally(rejects);
      send(maker, tally);
      tally.summary(request.dryRun()).forEach(out::println);
      return !tally.nothingUsed();
    }
  }

  /** What drafts the mapping's accord; another that was named is taken as it is. */
  private @Nullable Path scenario() {
    return accord.equals(mapping.accord()) ? mapping.prepare() : null;
  }

  private List<Path> tableFiles() {
    return mapping.tables().isEmpty()
        ? List.of()
        : Tables.files(mapping.tables(), request.files().getFirst());
  }

  /** The rejects file is written anew: it must be none of those that are read. */
  static void requireOwnRejectsFile(Request request, List<Path> tables) {
    Path rejects = request.rejects();
    if (rejects == null || !Files.exists(rejects)) {
      return;
    }
    List<Path> read = new ArrayList<>(request.files());
    read.add(request.mapping());
    read.addAll(tables);
    for (Path file : read) {
      if (isSame(file, rejects)) {
        throw new ImportProblem(
            rejects + " is read by this import and would be overwritten; name another --rejects");
      }
    }
  }

  private static boolean isSame(Path file, Path other) {
    try {
      return Files.exists(file) && Files.isSameFile(file, other);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private @Nullable RejectsFile rejectsFile() {
    return request.rejects() == null ? null : new RejectsFile(request.rejects());
  }

  private void prepare(Scenario scenario) {
    ScenarioPlayer.Played played =
        new ScenarioPlayer(ledger, tokens).play(scenario, Scenario.Step::isAboutAnAccord);
    out.println("prepared " + accord + " from " + mapping.prepare() + ": " + played);
  }

  /** The parties of the accord: from the ledger, or in a dry run from the scenario to prepare. */
  private Set<String> parties() {
    Set<String> parties = new LinkedHashSet<>();
    Path scenario = scenario();
    if (request.dryRun() && scenario != null) {
      parties.addAll(Scenario.read(scenario).partiesOf(accord));
    }
    if (parties.isEmpty()) {
      Answer answer = ledger.get("/accords/" + accord, "application/json");
      if (!answer.ok()) {
        throw new ImportProblem(
            "the ledger at "
                + ledger.server()
                + " does not show "
                + accord
                + " ("
                + answer.sentence()
                + "); draft it first or name another with --accord");
      }
      for (JsonNode party : answer.json().path("parties")) {
        parties.add(party.isObject() ? party.path("id").asString("") : party.asString(""));
      }
    }
    return parties;
  }

  private void send(SubmissionMaker maker, ImportTally tally) {
    CaseSender sender = new CaseSender(ledger.as(""));
    if (!request.dryRun()) {
      sender =
          new CaseSender(
              ledger.as(
                  tokens.apply(
                      new Binding(
                          "import." + mapping.plan().complainant(),
                          "monitor",
                          accord,
                          mapping.plan().complainant()))));
    }
    Lanes lanes = new Lanes(sender, tally);
    try (lanes) {
      lanes.readAll(maker);
    }
    lanes.requireFinished();
  }

  /**
   * Sends several submissions at a time and stops all of them at the first that shows it useless.
   */
  private final class Lanes implements AutoCloseable {
    private final CaseSender sender;
    private final ImportTally tally;
    private final ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
    private final Semaphore free = new Semaphore(PARALLEL);
    private final AtomicReference<@Nullable RuntimeException> stopped = new AtomicReference<>();
    private final InOrder order = new InOrder();
    private long submitted;
    private final ProgressLine progress = new ProgressLine(out, request.terminal());

    Lanes(CaseSender sender, ImportTally tally) {
      this.sender = sender;
      this.tally = tally;
    }

    void readAll(SubmissionMaker maker) {
      long size = 0;
      for (Path file : request.files()) {
        size += file.toFile().length();
      }
      long before = 0;
      for (Path file : request.files()) {
        try (RowSource source = open(file)) {
          for (ReadRow row = source.next(); row != null; row = source.next()) {
            maker.take(row, this::submit);
            progress.show((before + source.bytesRead()) / (double) size, tally.rows());
          }
        } catch (IOException e) {
          throw unreadable(file, e);
        }
        before += file.toFile().length();
      }
      int groups = Math.max(1, maker.groups());
      AtomicInteger sent = new AtomicInteger();
      maker.finish(
          submission -> {
            submit(submission);
            progress.show(sent.incrementAndGet() / (double) groups, tally.rows());
          });
    }

    private void submit(Submission submission) {
      free.acquireUninterruptibly();
      RuntimeException stop = stopped.get();
      if (stop != null) {
        free.release();
        throw stop;
      }
      long number = submitted++;
      threads.execute(
          () -> {
            try {
              file(number, submission);
            } catch (ImportProblem | ServerUnreachable problem) {
              stopped.compareAndSet(null, problem);
            } catch (RuntimeException | Error unexpected) {
              stopped.compareAndSet(null, unexpected(submission, unexpected));
            } finally {
              free.release();
            }
          });
    }

    private void file(long number, Submission submission) {
      Submission.Problem problem = submission.problem();
      if (problem != null) {
        order.done(number, () -> tally.reject(submission, problem));
        return;
      }
      List<CaseOutcome> outcomes = new ArrayList<>();
      for (Submission.ProposedCase proposed : submission.cases()) {
        outcomes.add(request.dryRun() ? new CaseOutcome.Filed(null) : sender.send(proposed));
      }
      order.done(number, () -> tally.add(submission, outcomes));
    }

    @Override
    public void close() {
      threads.close();
      progress.done();
    }

    /** What stopped a lane stops the import: later results would be missing in the counts. */
    void requireFinished() {
      RuntimeException stop = stopped.get();
      if (stop != null) {
        throw stop;
      }
    }
  }

  private static ImportProblem unexpected(Submission submission, Throwable failure) {
    Submission.RowName row = submission.rows().getFirst();
    return new ImportProblem(
        ("the import stopped at %s, line %d, on an unexpected failure (%s); run the same command"
                + " again to go on, and report it if it stops there again")
            .formatted(row.file(), row.line(), failure));
  }

  private RowSource open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return rows(file, in, mapping.format(), mapping.delimiter(), mapping.columns());
  }

  /**
   * The rows of a file.
   *
   * @param format null tells it by the file's name
   * @throws org.accordledger.api.yaml.YamlProblem if the file lacks one of the columns
   */
  static RowSource rows(
      Path file,
      InputStream in,
      Mapping.@Nullable SourceFormat format,
      char delimiter,
      List<ExpressionReader.ColumnUse> columns)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    boolean lines =
        format == null
            ? name.matches(".*\\.(ndjson|jsonl)")
            : format == Mapping.SourceFormat.NDJSON;
    if (lines) {
      return new NdjsonRows(name, in);
    }
    CsvRows rows = new CsvRows(name, delimiter, in);
    Mapping.check(columns, rows.header(), name);
    return rows;
  }

  static ImportProblem unreadable(Path file, IOException e) {
    if (Files.isDirectory(file)) {
      return new ImportProblem(file + " is a directory; name the files in it");
    }
    return new ImportProblem(
        Files.exists(file)
            ? file + " cannot be read: " + e.getMessage()
            : file + ": no such file; check the path");
  }
}
