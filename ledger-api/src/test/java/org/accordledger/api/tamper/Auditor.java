package org.accordledger.api.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.accordledger.api.TestDatabase;
import org.accordledger.audit.cli.Audit;
import picocli.CommandLine;

/** Somebody with the audit tool, a directory of files, and the memory of what was seen before. */
record Auditor(Path directory, String key) {
  /** What the tool said, and whether it was content. */
  record Said(int exit, String text) {
    boolean content() {
      return exit == 0;
    }
  }

  /** The same auditor, in a directory of its own. */
  Auditor copy(Path other) {
    TestDatabase.copy(directory, other);
    return new Auditor(other, key);
  }

  Said fetch(String server) {
    return run("fetch", directory.toString(), "--from", server, "--key", key);
  }

  Said verify() {
    return run("verify", directory.toString(), "--key", key);
  }

  /** Compares with the checkpoint another reader remembers. */
  Said verifyAgainst(Auditor other) {
    String seen = other.directory.resolve("seen/checkpoint").toString();
    return run("verify", directory.toString(), "--key", key, "--seen", seen);
  }

  /** Fetches and verifies a log that is as it should be. */
  void acceptsAllOf(String server) {
    for (Said said : List.of(fetch(server), verify())) {
      assertThat(said.content()).as(said.text()).isTrue();
    }
  }

  private static Said run(String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine line = Audit.commandLine();
    line.setOut(new PrintWriter(said));
    line.setErr(new PrintWriter(said));
    int exit = line.execute(arguments);
    return new Said(exit, said.toString());
  }
}
