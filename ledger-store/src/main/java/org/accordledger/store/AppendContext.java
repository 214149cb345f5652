package org.accordledger.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What travels with a command to the append of its events, and brings back where they stand. Put it
 * into the command message's metadata under {@link #KEY}; good for one command.
 */
public final class AppendContext {
  /** Metadata key of the command message. It is never stored with events. */
  public static final String KEY = "ledger_append";

  private final @Nullable IdempotencyKey idempotencyKey;
  private final List<Content> contents;
  private final AtomicBoolean taken = new AtomicBoolean();
  private volatile @Nullable Appended appended;

  /**
   * For one command.
   *
   * @param idempotencyKey stored with the events, so that a repeat is known
   * @param contents stored with the events that name them
   */
  public AppendContext(@Nullable IdempotencyKey idempotencyKey, List<Content> contents) {
    this.idempotencyKey = idempotencyKey;
    this.contents = List.copyOf(contents);
  }

  /** The same for another try of the same command, after one that stored nothing. */
  public AppendContext again() {
    return new AppendContext(idempotencyKey, contents);
  }

  /** Where the command's events stand; empty before they are durable or when there were none. */
  public Optional<Appended> appended() {
    return Optional.ofNullable(appended);
  }

  @Nullable IdempotencyKey idempotencyKey() {
    return idempotencyKey;
  }

  List<Content> contents() {
    return contents;
  }

  void appended(Appended result) {
    appended = result;
  }

  /**
   * The context of the command being handled. A command whose events come in several appends
   * (events published while others are being appended) has its key and contents in the first of
   * them.
   */
  static AppendContext take() {
    UnitOfWork<?> unitOfWork = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
    while (unitOfWork != null) {
      Object found = unitOfWork.getMessage().getMetaData().get(KEY);
      if (found instanceof AppendContext context) {
        return context.taken.compareAndSet(false, true) ? context : none();
      }
      unitOfWork = unitOfWork.parent().orElse(null);
    }
    return none();
  }

  private static AppendContext none() {
    return new AppendContext(null, List.of());
  }
}
