package org.accordledger.api.cli;

import java.io.PrintWriter;
import java.util.UUID;
import org.accordledger.api.client.Answer;
import org.accordledger.api.client.Binding;
import org.accordledger.api.client.LedgerClient;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys that sign the log's checkpoints. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = "Lists and rotates the keys that sign the log of a running ledger.",
    footer = {
      "",
      "To rotate: 'key rotate' (both keys sign), give the new key to readers, then",
      "'key retire ID' of the former one. Readers who know an old key follow the",
      "succession notes in /log/keys; docs/verification.md has the form."
    })
final class KeyCommand implements Runnable {
  private static final String OPERATOR = OperatorToken.ACCOUNT.value();

  @Spec private CommandSpec spec = CommandSpec.create();

  KeyCommand() {}

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "expected one of list, rotate, retire");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists every key that ever signed, oldest first.")
  int list(@Mixin ClientOptions options) {
    try (LedgerClient client = options.client(3)) {
      return print(client.get("/keys", "application/json"));
    }
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "Makes a new key; the former one signs beside it until it is retired.")
  int rotate(@Mixin ClientOptions options) {
    return post(options, "/keys");
  }

  @Command(
      name = "retire",
      mixinStandardHelpOptions = true,
      description = "Ends the former key for ever, once the new one has signed.")
  int retire(
      @Parameters(paramLabel = "ID", description = "Eight hexadecimal digits, as listed.")
          String id,
      @Mixin ClientOptions options) {
    if (!id.matches("[0-9a-f]{8}")) {
      throw new CommandProblem(id + " is no id of a key: 'key list' shows them");
    }
    return post(options, "/keys/" + id + "/retirement");
  }

  private int post(ClientOptions options, String path) {
    String token = options.tokens().apply(new Binding(OPERATOR, "operator", "*", null));
    try (LedgerClient client = options.client(3).as(token)) {
      String wish = UUID.randomUUID().toString();
      return print(client.post(path, JsonMapper.shared().createObjectNode(), wish, null));
    }
  }

  private int print(Answer answer) {
    if (!answer.ok()) {
      throw new CommandProblem("the ledger refused: " + answer.sentence());
    }
    TextTable table = new TextTable("id", "state", "signs from", "until", "verifier key");
    for (JsonNode key : answer.json().get("items")) {
      table.row(
          key.get("id").asString(),
          key.get("state").asString(),
          Long.toString(key.get("from").asLong()),
          key.has("until") ? Long.toString(key.get("until").asLong()) : "-",
          key.get("verifier_key").asString());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(table);
    out.flush();
    return 0;
  }
}
