package org.accordledger.bench.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A part that is a Java process of its own, from the classes that this process has. */
final class JavaPart implements Part {
  private static final int STOPPING_SECONDS = 90;
  private static final int THREADS_SECONDS = 10;

  private final String name;
  private final File log;
  private List<String> command;
  private final Map<String, String> environment;
  private @Nullable Process process;

  /**
   * A part that does not run yet.
   *
   * @param log what it writes is added to this file
   * @param environment beside what this process has, of which nothing begins with LEDGER_
   */
  JavaPart(String name, Path log, List<String> command, Map<String, String> environment) {
    this.name = name;
    this.log = log.toFile();
    this.command = command;
    this.environment = environment;
  }

  /**
   * What starts a class of this class path at little cost, where speed is not what is looked at.
   *
   * @param heap in MiB
   */
  static List<String> command(String mainClass, int heap, String... arguments) {
    List<String> command = optimised(mainClass, heap, arguments);
    command.addAll(1, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    return command;
  }

  /**
   * The same, with the compilers that the launcher has it use.
   *
   * @param heap in MiB
   */
  static List<String> optimised(String mainClass, int heap, String... arguments) {
    List<String> command = new ArrayList<>(java(heap));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    String resource = JavaPart.class.getName().replace('.', '/') + ".class";
    if (ClassLoader.getSystemResource(resource) == null) {
      // started from the one file, whose classes are jars within it
      command.add(1, "-Dloader.main=" + mainClass);
      command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
    } else {
      command.add(mainClass);
    }
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private static List<String> java(int heap) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + heap + "m",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Daxoniq.update-checker.disabled=true");
  }

  /**
   * What starts a jar of another version.
   *
   * @param heap in MiB
   */
  static List<String> ofJar(Path jar, int heap, String... arguments) {
    List<String> command = new ArrayList<>(java(heap));
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** From the next start on it is started with another command. */
  synchronized void become(List<String> other) {
    command = other;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public synchronized void start() {
    if (process != null && process.isAlive()) {
      return;
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().keySet().removeIf(variable -> variable.startsWith("LEDGER_"));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void kill() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  @Override
  public synchronized void stop() {
    if (process == null) {
      return;
    }
    process.destroy();
    if (!ended(STOPPING_SECONDS)) {
      kill();
      throw new Violation(
          "%s did not stop within %d seconds of SIGTERM".formatted(name, STOPPING_SECONDS));
    }
  }

  /** SIGSTOP: it does nothing any more, and does not know it. */
  void pause() {
    signal("STOP");
  }

  /** SIGCONT: it goes on as if no time had passed. */
  void goOn() {
    signal("CONT");
  }

  /**
   * Runs it to its end.
   *
   * @return its exit code
   */
  int run() {
    start();
    synchronized (this) {
      return process == null ? -1 : process.onExit().join().exitValue();
    }
  }

  /** Processor time since it was started; none unless it runs. */
  synchronized Duration processorTime() {
    return process == null
        ? Duration.ZERO
        : process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Writes what every thread of it does at the moment, to a file of its name in a directory. */
  synchronized void writeThreads(Path directory) {
    if (process == null || !process.isAlive()) {
      return;
    }
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      // the only command that shows virtual threads, too
      Process asking =
          new ProcessBuilder(
                  jcmd.toString(),
                  Long.toString(process.pid()),
                  "Thread.dump_to_file",
                  directory.resolve(name + ".threads").toAbsolutePath().toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!asking.waitFor(THREADS_SECONDS, TimeUnit.SECONDS)) {
        asking.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void signal(String signal) {
    if (process == null) {
      throw new IllegalStateException(name + " does not run");
    }
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .inheritIO()
          .start()
          .onExit()
          .join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized boolean ended(int seconds) {
    try {
      return process == null || process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    kill();
  }
}
