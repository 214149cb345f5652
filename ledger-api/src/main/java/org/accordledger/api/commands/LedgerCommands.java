package org.accordledger.api.commands;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.accordledger.api.bus.DomainCommandBus;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Refused;
import org.accordledger.store.AppendContext;
import org.accordledger.store.Appended;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;

/** Sends commands to the streams they are for; the one way into the domain. */
public final class LedgerCommands {
  private final CommandBus bus;
  private final CommandMeters meters;

  public LedgerCommands(CommandBus bus, CommandMeters meters) {
    this.bus = bus;
    this.meters = meters;
  }

  /**
   * Sends a command.
   *
   * @param expectedVersion version the stream must have; null if it does not matter
   * @param context carries idempotency key and contents; good for this command alone
   * @return where the command's events stand, once they are durable; else what the domain, the
   *     command bus or the store threw
   */
  public CompletableFuture<Appended> send(
      LedgerCommand command, @Nullable Long expectedVersion, AppendContext context) {
    long begin = System.nanoTime();
    Map<String, Object> metadata = new HashMap<>();
    if (expectedVersion != null) {
      metadata.put(DomainCommandBus.EXPECTED_VERSION, expectedVersion);
    }
    CompletableFuture<Appended> answer = dispatch(command, metadata, context);
    CompletableFuture<Appended> last =
        command.beginsStream()
            ? answer.exceptionallyCompose(failure -> lookFirst(command, failure, context))
            : answer;
    return last.whenComplete(
        (appended, failure) ->
            meters.ended(command, cause(failure), Duration.ofNanos(System.nanoTime() - begin)));
  }

  /** A stage that failed hands its failure on wrapped. */
  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** A stream that was taken to be new may not be: then what it holds decides the answer. */
  private CompletableFuture<Appended> lookFirst(
      LedgerCommand command, Throwable failure, AppendContext context) {
    return failure instanceof AggregateStreamCreationException || failure instanceof Refused
        ? dispatch(command, Map.of(DomainCommandBus.LOOK_FIRST, true), context.again())
        : CompletableFuture.failedFuture(failure);
  }

  private CompletableFuture<Appended> dispatch(
      LedgerCommand command, Map<String, Object> with, AppendContext context) {
    Map<String, Object> metadata = new HashMap<>(with);
    metadata.put(AppendContext.KEY, context);
    CompletableFuture<Appended> answer = new CompletableFuture<>();
    bus.dispatch(
        new GenericCommandMessage<>(command, metadata),
        (CommandMessage<? extends LedgerCommand> sent, CommandResultMessage<?> result) ->
            complete(answer, result, context));
    return answer;
  }

  private static void complete(
      CompletableFuture<Appended> answer, CommandResultMessage<?> result, AppendContext context) {
    if (result.isExceptional()) {
      answer.completeExceptionally(result.exceptionResult());
    } else {
      context
          .appended()
          .ifPresentOrElse(
              answer::complete,
              () ->
                  answer.completeExceptionally(
                      new IllegalStateException("a command was accepted and changed nothing")));
    }
  }
}
