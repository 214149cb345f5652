package org.accordledger.api.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.accordledger.api.client.Binding;
import org.accordledger.api.security.AccessTokens;
import org.accordledger.core.AccountId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes, lists and ends access tokens of a ledger whose database this user can open. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Makes, lists and ends access tokens of a ledger that runs on this machine.")
final class TokenCommand implements Runnable {
  private static final String DATA =
      "Data directory of the running ledger (default: ${DEFAULT-VALUE}).";

  @Spec private CommandSpec spec = CommandSpec.create();

  TokenCommand() {}

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "expected one of create, list, revoke");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a token and prints it; nobody can read it again.")
  int create(
      @Option(
              names = "--account",
              required = true,
              paramLabel = "ID",
              description = "Account it belongs to.")
          String account,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description =
                  "monitor, party, registrar, adjudicator, auditor, negotiator or operator.")
          String role,
      @Option(
              names = "--accord",
              defaultValue = "*",
              paramLabel = "ID",
              description = "Accord it holds for (default: every one).")
          String accord,
      @Option(names = "--body", paramLabel = "ID", description = "Party or body it acts for.")
          @Nullable String body,
      @Option(
              names = "--expires",
              paramLabel = "TIME",
              description = "When it ends: a date or an RFC 3339 time (default: never).")
          @Nullable String expires,
      @Option(names = "--data", defaultValue = "data", paramLabel = "DIR", description = DATA)
          Path data) {
    AccountId holder = new AccountId(account);
    var binding = Tokens.checked(new Binding(account, role, accord, body));
    String token =
        LocalLedger.tokens(data)
            .issue(holder, List.of(binding), expires == null ? null : end(expires));
    print(token);
    return 0;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the tokens that were made, without the tokens themselves.")
  int list(
      @Option(names = "--data", defaultValue = "data", paramLabel = "DIR", description = DATA)
          Path data) {
    TextTable table = new TextTable("account", "role", "accord", "body", "made", "ends", "revoked");
    for (AccessTokens.Issued token : LocalLedger.tokens(data).list()) {
      table.row(
          token.account(),
          token.role(),
          token.accord(),
          Objects.requireNonNullElse(token.body(), ""),
          token.issued().toString(),
          token.expires() == null ? "never" : token.expires().toString(),
          token.revoked() == null ? "" : token.revoked().toString());
    }
    print(table.toString());
    return 0;
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Ends every token of an account at once.")
  int revoke(
      @Option(
              names = "--account",
              required = true,
              paramLabel = "ID",
              description = "Whose tokens end.")
          String account,
      @Option(names = "--data", defaultValue = "data", paramLabel = "DIR", description = DATA)
          Path data) {
    int ended = LocalLedger.tokens(data).revoke(new AccountId(account));
    print("ended " + ended + " tokens of " + account);
    return ended > 0 ? 0 : 1;
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }

  private static Instant end(String text) {
    try {
      Instant end =
          text.length() == 10
              ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      if (end.isBefore(Instant.now())) {
        throw new CommandProblem("--expires " + text + " is over already");
      }
      return end;
    } catch (DateTimeParseException e) {
      throw new CommandProblem(
          "--expires '" + text + "' is neither a date (2030-12-31) nor an RFC 3339 time");
    }
  }
}
