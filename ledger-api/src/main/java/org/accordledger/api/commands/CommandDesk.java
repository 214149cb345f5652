package org.accordledger.api.commands;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.accordledger.api.commands.CommandRoute.Kind;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.cases.CaseRefusal;
import org.accordledger.core.election.ElectionRefusal;
import org.accordledger.core.inquiry.InquiryRefusal;
import org.accordledger.core.series.SeriesRefusal;
import org.accordledger.store.AppendContext;
import org.accordledger.store.Appended;
import org.accordledger.store.Content;
import org.accordledger.store.IdempotencyKey;
import org.accordledger.store.KeyReusedForOtherRequest;
import org.accordledger.store.LedgerStore;
import org.accordledger.store.RepeatedCommand;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends a command once for each idempotency key: a repeat gets the first answer, undecided again.
 */
@Component
final class CommandDesk {
  private record Running(String scope, String key) {}

  private final LedgerCommands commands;
  private final LedgerStore store;
  private final Set<Running> running = ConcurrentHashMap.newKeySet();

  CommandDesk(LedgerCommands commands, LedgerStore store) {
    this.commands = commands;
    this.store = store;
  }

  /**
   * Sends a command and waits until its events are durable.
   *
   * @param expected version the stream must have; null for a new stream
   * @throws org.accordledger.api.problem.ProblemException for whatever stands against it, apart
   *     from what the domain refuses
   * @throws Refused by the domain
   * @throws org.accordledger.store.StoreUnavailable if the database is away; as {@link
   *     org.accordledger.store.OutcomeUnknown}, if nobody knows whether it is stored
   */
  Acknowledgement send(
      LedgerCommand command, @Nullable Long expected, IdempotencyKey key, List<Content> contents) {
    Running entry = new Running(key.scope(), key.key());
    if (!running.add(entry)) {
      throw Problem.of(ProblemCode.STILL_RUNNING, "It has not been answered yet.").toException();
    }
    try {
      return acknowledge(
          store.answered(key).orElseGet(() -> sendNew(command, expected, key, contents)));
    } catch (KeyReusedForOtherRequest e) {
      throw Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED, "Nothing was stored.").toException();
    } finally {
      running.remove(entry);
    }
  }

  private Appended sendNew(
      LedgerCommand command, @Nullable Long expected, IdempotencyKey key, List<Content> contents) {
    try {
      return commands.send(command, expected, new AppendContext(key, contents)).join();
    } catch (CompletionException e) {
      return firstAnswer(key, e.getCause()).orElseThrow(() -> explained(command, e.getCause()));
    }
  }

  /**
   * What another node answered to the same request while this one decided. Only what such an answer
   * leads to here is a reason to ask for it: the database may have gone, or be busy.
   */
  private Optional<Appended> firstAnswer(IdempotencyKey key, @Nullable Throwable failure) {
    return switch (failure) {
      case RepeatedCommand repeat -> Optional.of(repeat.first());
      case ConcurrencyException _ -> store.answered(key);
      case ConflictingModificationException _ -> store.answered(key);
      case AggregateStreamCreationException _ -> store.answered(key);
      case Refused refused when isThere(refused) -> store.answered(key);
      case null, default -> Optional.empty();
    };
  }

  private static boolean isThere(Refused refused) {
    return refused.code() == CaseRefusal.ALREADY_SUBMITTED
        || refused.code() == AccordRefusal.ALREADY_DRAFTED
        || refused.code() == ElectionRefusal.ELECTION_EXISTS
        || refused.code() == SeriesRefusal.SERIES_EXISTS
        || refused.code() == InquiryRefusal.INQUIRY_EXISTS;
  }

  private static RuntimeException explained(LedgerCommand command, @Nullable Throwable failure) {
    return switch (failure) {
      case Refused refused when refused.code() == CaseRefusal.ALREADY_SUBMITTED ->
          alreadySubmitted(command.streamId());
      case Refused refused when isThere(refused) -> exists(command.streamId());
      case AggregateNotFoundException _ ->
          Problem.of(ProblemCode.NOT_FOUND, "There is no " + command.streamId() + ".")
              .toException();
      case ConflictingAggregateVersionException conflict ->
          stale(command, "Its version is " + conflict.getActualVersion() + ".");
      case ConcurrencyException _ -> stale(command, "It changed at this moment.");
      case RuntimeException other -> other;
      case null, default -> new IllegalStateException(failure);
    };
  }

  private static RuntimeException stale(LedgerCommand command, String detail) {
    return Problem.of(ProblemCode.STALE_VERSION, detail)
        .with("stream", command.streamId())
        .toException();
  }

  private static RuntimeException exists(String stream) {
    return Problem.of(ProblemCode.ALREADY_EXISTS, stream + " exists.")
        .withHeader("Location", Kind.ofStream(stream).address(stream))
        .toException();
  }

  static RuntimeException alreadySubmitted(String caseId) {
    return Problem.of(ProblemCode.ALREADY_SUBMITTED, "It is " + caseId + ".")
        .with("case", caseId)
        .withHeader("Location", "/cases/" + caseId)
        .toException();
  }

  private static Acknowledgement acknowledge(Appended appended) {
    return new Acknowledgement(
        appended.streamId(),
        appended.streamVersion(),
        appended.lastPosition(),
        appended.recordedAt(),
        true,
        null);
  }
}
