package org.accordledger.audit.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.fetch.Http;
import org.accordledger.audit.files.PayloadFiles;
import org.accordledger.audit.replay.Comparison;
import org.accordledger.audit.replay.Hidden;
import org.accordledger.audit.replay.Replay;
import org.accordledger.audit.replay.Replayed;
import org.accordledger.audit.replay.ScorecardTable;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.scorecard.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Works the scorecard out anew. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Works the scorecard out anew from the events, and compares it with the served one.",
      "Verifies the log first; compares figure by figure."
    })
final class ReplayCommand implements Callable<Integer> {
  /** How a scorecard is printed. */
  enum Format {
    TABLE,
    JSON
  }

  private static final int MAX_SCORECARD = 256 << 20;
  private static final int SHOWN = 50;

  @Parameters(paramLabel = "DIR", description = "The audit directory.")
  private Path directory = Path.of("");

  @Option(
      names = "--as-of",
      paramLabel = "POSITION",
      description = "As it stood at a position; repeat it for several (default: the last).")
  private List<Long> asOf = new ArrayList<>();

  @Option(names = "--method", paramLabel = "N", description = "Graded by this method.")
  private @Nullable Integer method;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TABLE",
      description = "table or json (default: table).")
  private Format format = Format.TABLE;

  @Option(
      names = "--compare",
      paramLabel = "URL",
      description = "Compare with the scorecard this ledger gives.")
  private @Nullable URI server;

  @Mixin private LogOptions options = new LogOptions();
  @Mixin private ServerOptions connection = new ServerOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  ReplayCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter notes = format == Format.JSON ? spec.commandLine().getErr() : out;
    VerifiedLog log = new VerifiedLog(directory, options, null, notes);
    long size = log.verify().checkpoint().size();
    SortedSet<Long> positions = positions(size);
    long started = System.nanoTime();
    Map<Long, Replayed> scorecards = replay(log, size, positions);
    VerifiedLog.rate(notes, "replayed", positions.last() + 1, "events", started);
    int differences = 0;
    for (long position : positions) {
      Replayed replayed = scorecards.get(position);
      if (replayed == null) {
        throw new IllegalStateException("no scorecard at " + position);
      }
      JsonNode document = replayed.json();
      out.println(
          format == Format.JSON
              ? document.toPrettyString()
              : ScorecardTable.of(document).stripTrailing());
      hidden(notes, replayed);
      differences += server == null ? 0 : compare(notes, server, replayed, position);
    }
    out.flush();
    notes.flush();
    if (differences > 0) {
      throw new AuditProblem(
          "the served scorecard is not what the events give: %,d differences"
              .formatted(differences));
    }
    return 0;
  }

  private SortedSet<Long> positions(long size) {
    for (long position : asOf) {
      if (position < 0 || position >= size) {
        throw new AuditProblem(
            "--as-of %d: the log here has positions 0 to %d".formatted(position, size - 1));
      }
    }
    return asOf.isEmpty() ? new TreeSet<>(List.of(size - 1)) : new TreeSet<>(asOf);
  }

  private Map<Long, Replayed> replay(VerifiedLog log, long size, SortedSet<Long> positions) {
    try (PayloadFiles payloads = PayloadFiles.in(log.payloads());
        Bar bar = new Bar("replaying", " events", positions.last() + 1)) {
      int threads = Runtime.getRuntime().availableProcessors();
      return new Replay(log.log(), payloads, threads, bar, _ -> {})
          .run(size, positions, Period.ALL, method);
    }
  }

  static void hidden(PrintWriter out, Replayed replayed) {
    Hidden hidden = replayed.hidden();
    if (hidden.payloads() == 0) {
      return;
    }
    out.printf(
        Locale.ROOT,
        "withheld: %,d payloads, which leave out %,d accords and cases%n",
        hidden.payloads(),
        hidden.leftOut().size());
    list(out, hidden.leftOut(), "left out: %s, which begins at position %d%n");
    list(out, hidden.cutOff(), "known only in part: %s, as it stood before position %d%n");
  }

  private static void list(PrintWriter out, Map<String, Long> streams, String line) {
    streams.entrySet().stream()
        .limit(SHOWN)
        .forEach(stream -> out.printf(line, stream.getKey(), stream.getValue()));
    if (streams.size() > SHOWN) {
      out.printf("... and %d more; --format json lists all%n", streams.size() - SHOWN);
    }
  }

  private int compare(PrintWriter out, URI url, Replayed here, long position) {
    JsonNode replayed = here.json();
    JsonNode served;
    String asOfPosition = position < 0 ? "" : "as_of=" + position + "&";
    String path = "/scorecard?" + asOfPosition + (method == null ? "" : "method=" + method);
    try (Http http = connection.to(url)) {
      byte[] body =
          http.get(path, MAX_SCORECARD)
              .orElseThrow(() -> new AuditProblem(url + " has no scorecard at " + path));
      served = LedgerJson.mapper().readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw new AuditProblem(url + path + " is no scorecard: " + e.getOriginalMessage(), e);
    }
    Comparison.Result result = Comparison.of(replayed, served, here.hidden());
    List<String> differences = result.differences();
    differences.stream().limit(SHOWN).forEach(line -> out.println("different: " + line));
    if (differences.size() > SHOWN) {
      out.printf("... and %d more%n", differences.size() - SHOWN);
    }
    result.notComparable().stream()
        .limit(SHOWN)
        .forEach(line -> out.println("not comparable, as it is withheld here in part: " + line));
    if (differences.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "compared: position %d, %,d cells, no difference; left out here %d, there %d%n",
          position,
          replayed.path("cells").size(),
          replayed.path("left_out").asLong(),
          served.path("left_out").asLong());
    }
    return differences.size();
  }
}
