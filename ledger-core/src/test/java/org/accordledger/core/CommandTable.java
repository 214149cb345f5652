package org.accordledger.core;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of what follows from every command in every state, written out from the design. The first
 * line names the states; every other begins with a command, and has for each state either an x,
 * where the command is allowed, or the code of the refusal.
 */
public record CommandTable(List<String> states, List<Line> lines) {
  /** What stands for allowed. */
  public static final String ALLOWED = "x";

  /** A command's line: one outcome for each state. */
  public record Line(String command, List<String> outcomes) {}

  /** One cell. */
  public record Cell(String command, String state, String outcome) {
    @Override
    public String toString() {
      return "%s when %s: %s".formatted(command, state, outcome);
    }
  }

  public static CommandTable of(String text) {
    List<List<String>> rows =
        text.lines().map(line -> Arrays.asList(line.strip().split(" +", -1))).toList();
    List<String> states = rows.getFirst().subList(1, rows.getFirst().size());
    List<Line> lines =
        rows.stream()
            .skip(1)
            .map(row -> new Line(row.getFirst(), row.subList(1, row.size())))
            .toList();
    for (Line line : lines) {
      if (line.outcomes().size() != states.size()) {
        throw new IllegalArgumentException(line.command() + " has no outcome for every state");
      }
    }
    return new CommandTable(states, lines);
  }

  /** Every cell, line by line. */
  public Stream<Cell> cells() {
    return lines.stream()
        .flatMap(
            line ->
                IntStream.range(0, states.size())
                    .mapToObj(
                        i -> new Cell(line.command(), states.get(i), line.outcomes().get(i))));
  }

  /** The commands that have a line. */
  public List<String> commands() {
    return lines.stream().map(Line::command).toList();
  }

  /** Allowed, or the code of the refusal. */
  public static String outcome(Supplier<? extends List<?>> decision) {
    try {
      return decision.get().isEmpty() ? "nothing" : ALLOWED;
    } catch (Refused refused) {
      return refused.code().code();
    }
  }
}
