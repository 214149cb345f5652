package org.accordledger.audit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import org.accordledger.audit.AuditProblem;
import org.accordledger.audit.files.DurableFile;
import org.accordledger.log.note.SignatureType;
import org.accordledger.log.note.SignerKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key pair for an auditor or a witness. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "Makes an Ed25519 key pair for an auditor or a witness.",
      "FILE is the secret half, for its owner alone, and FILE.vkey the public one, for everybody."
          + " An",
      "existing file is never overwritten."
    })
final class KeyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "Where to write the secret half.")
  private Path file = Path.of("");

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Whose key it is, for example audit.example/2026; no spaces, no plus.")
  private String name = "";

  @Option(
      names = "--witness",
      description = "For a witness (cosignature/v1) instead of certificates.")
  private boolean witness;

  @Spec private CommandSpec spec = CommandSpec.create();

  KeyCommand() {}

  @Override
  public Integer call() {
    SignerKey key =
        SignerKey.generate(name, witness ? SignatureType.COSIGNATURE_V1 : SignatureType.NOTE);
    writeSecret(key.encoded() + "\n");
    Path open = file.resolveSibling(file.getFileName() + ".vkey");
    DurableFile.write(open, (key.verifier() + "\n").getBytes(StandardCharsets.UTF_8));
    PrintWriter out = spec.commandLine().getOut();
    out.printf("secret key: %s (keep it; it is nowhere else)%n", file);
    out.printf("verifier key: %s%n%s%n", open, key.verifier());
    out.flush();
    return 0;
  }

  private void writeSecret(String text) {
    try {
      Files.createDirectories(DurableFile.directory(file));
      try (FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        ByteBuffer rest = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
    } catch (FileAlreadyExistsException e) {
      throw new AuditProblem(file + " is there already; name another file", e);
    } catch (IOException e) {
      throw new AuditProblem(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
