package org.accordledger.api.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Function;
import org.accordledger.api.embedded.DatabaseAccess;
import org.accordledger.projections.GenerationsOfViews;
import org.accordledger.projections.GenerationsOfViews.Generation;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists and drops generations of views in a database this user can open. */
@Command(
    name = "views",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the generations of views in a database, and drops one that no node uses any more.",
      "The database is that of LEDGER_DB_URL, or the embedded one in the data directory."
    },
    footer = {
      "",
      "A version whose views differ builds its own beside those of the version before it, and is",
      "ready once they have caught up. To build those of this version anew, start a node beside"
          + " with",
      "LEDGER_VIEWS=LABEL, or drop them while no node runs. docs/operating.md says more."
    })
final class ViewsCommand implements Runnable {
  private static final String DATA =
      "Data directory with the embedded database (default: ${DEFAULT-VALUE}).";

  @Spec private CommandSpec spec = CommandSpec.create();

  ViewsCommand() {}

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "expected one of list, drop");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the generations: up to where they are, how large, and whether in use.")
  int list(
      @Option(names = "--data", defaultValue = "data", paramLabel = "DIR", description = DATA)
          Path data) {
    TextTable table = new TextTable("views", "position", "recorded at", "MiB", "in use");
    for (Generation one : with(data, GenerationsOfViews::list)) {
      table.row(
          one.schema().name(),
          Long.toString(one.position()),
          one.recordedAt() == null ? "-" : one.recordedAt().toString(),
          String.format(Locale.ROOT, "%.1f", one.bytes() / 1048576.0),
          one.inUse() ? "yes" : "no");
    }
    print(table.toString());
    return 0;
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description =
          "Drops a generation that no node uses. A node that needs it builds it anew from the log.")
  int drop(
      @Parameters(paramLabel = "NAME", description = "Its name, as 'list' has it.") String name,
      @Option(names = "--data", defaultValue = "data", paramLabel = "DIR", description = DATA)
          Path data) {
    with(
        data,
        generations -> {
          generations.drop(name);
          return name;
        });
    print("dropped " + name);
    return 0;
  }

  private static <T> T with(Path data, Function<GenerationsOfViews, T> work) {
    return LocalLedger.withDatabase(data, access -> work.apply(generations(access)));
  }

  private static GenerationsOfViews generations(DatabaseAccess access) {
    return new GenerationsOfViews(
        new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password()),
        InstantSource.system());
  }

  private void print(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
  }
}
