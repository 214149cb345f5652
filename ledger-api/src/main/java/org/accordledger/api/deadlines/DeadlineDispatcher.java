package org.accordledger.api.deadlines;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.accordledger.api.commands.LedgerCommands;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.Filing;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Refused;
import org.accordledger.core.Role;
import org.accordledger.core.cases.CaseRefusal;
import org.accordledger.core.cases.Deadlines;
import org.accordledger.projections.docket.DocketQuery;
import org.accordledger.projections.docket.DocketQuery.Over;
import org.accordledger.store.AppendContext;
import org.accordledger.store.IdempotencyKey;
import org.accordledger.store.RepeatedCommand;
import org.accordledger.store.StoreUnavailable;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Records every deadline that has passed, as the ledger itself. It keeps nothing of its own: what
 * is due is asked of the docket again and again, so a restart loses nothing and a deadline may lie
 * years ahead. Whether it has passed is decided by the case; so any number of nodes may ask, and
 * one event says it.
 */
public final class DeadlineDispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeadlineDispatcher.class);
  private static final Actor CLOCK = new Actor(new AccountId("ledger-clock"), Role.SYSTEM, null);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int AT_A_TIME = 100;

  /**
   * What a case says if it has moved on since the docket was asked: the answer came, the clock was
   * extended or stopped, or another node was first. Any other refusal is a fault that somebody has
   * to look at.
   */
  private static final Set<RefusalCode> MOVED_ON =
      Set.of(
          CaseRefusal.LAPSE_RECORDED,
          CaseRefusal.NO_SUCH_DEADLINE,
          CaseRefusal.CLOCK_STOPPED,
          CaseRefusal.DEADLINE_NOT_PASSED,
          CaseRefusal.WRONG_STAGE);

  private final DocketQuery docket;
  private final LedgerCommands commands;
  private final InstantSource clock;
  private final Counter recorded;
  private final Counter movedOn;
  private final Counter failed;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("ledger-deadlines").daemon().factory());

  /**
   * @param clock tells the day: a deadline passes at midnight UTC after its last day
   * @param registry where it counts what it has done
   */
  public DeadlineDispatcher(
      DocketQuery docket, LedgerCommands commands, InstantSource clock, MeterRegistry registry) {
    this.docket = docket;
    this.commands = commands;
    this.clock = clock;
    this.recorded = counter(registry, "recorded");
    this.movedOn = counter(registry, "moved_on");
    this.failed = counter(registry, "failed");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return registry.counter("ledger.deadlines", "outcome", outcome);
  }

  /** Looks for passed deadlines twice a minute from now on. */
  public void start() {
    var _ = thread.scheduleWithFixedDelay(this::tick, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      int failed = dispatch();
      if (failed > 0) {
        LOG.warn("{} passed deadlines were not recorded; they are looked for again.", failed);
      }
    } catch (StoreUnavailable | DataAccessException away) {
      LOG.warn(
          "Passed deadlines were not all recorded; they are looked for again: {}",
          away.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("Passed deadlines were not all recorded; they are looked for again.", e);
    }
  }

  /**
   * Records every deadline that has passed by now.
   *
   * @return how many could not be recorded, though nothing says that they did not pass; each is
   *     logged, and tried again the next time
   * @throws StoreUnavailable if the database is away
   */
  public int dispatch() {
    int failed = 0;
    Filing filed = Filing.of(CLOCK, clock.instant());
    List<Over> page = docket.overBefore(filed.day(), null, AT_A_TIME);
    while (!page.isEmpty()) {
      for (Over over : page) {
        failed += record(over, filed) ? 0 : 1;
      }
      page = docket.overBefore(filed.day(), page.getLast(), AT_A_TIME);
    }
    return failed;
  }

  /** False if it has to be tried again. */
  private boolean record(Over over, Filing filed) {
    LedgerCommand command = Deadlines.passing(over.caseId(), over.deadline(), filed);
    IdempotencyKey once =
        once("%s/%s/%s".formatted(over.caseId(), over.deadline().code(), over.dueBy()));
    try {
      commands.send(command, null, new AppendContext(once, List.of())).join();
      recorded.increment();
      return true;
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreUnavailable away) {
        throw away;
      }
      if (isAlreadySaid(e.getCause())) {
        movedOn.increment();
        return true;
      }
      failed.increment();
      LOG.warn(
          "That the {} in {} passed was not recorded; it is tried again.",
          over.deadline().code(),
          over.caseId(),
          e);
      return false;
    }
  }

  private static IdempotencyKey once(String deadline) {
    return new IdempotencyKey("deadlines", deadline, deadline.getBytes(StandardCharsets.UTF_8));
  }

  /** The docket is a little behind: the case was answered, or another node was first. */
  static boolean isAlreadySaid(@Nullable Throwable failure) {
    return (failure instanceof Refused refused && MOVED_ON.contains(refused.code()))
        || failure instanceof RepeatedCommand
        || failure instanceof ConcurrencyException
        || failure instanceof ConflictingModificationException;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
