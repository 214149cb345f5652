package org.accordledger.api.commands;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.accordledger.api.metrics.Buckets;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.RefusalCode;
import org.accordledger.core.Refused;
import org.accordledger.store.OutcomeUnknown;
import org.accordledger.store.RepeatedCommand;
import org.accordledger.store.StoreUnavailable;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.jspecify.annotations.Nullable;

/** How many commands came to which end, and how long that took. */
public final class CommandMeters {
  private static final String NO_RULE = "none";

  private final MeterRegistry registry;

  public CommandMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void ended(LedgerCommand command, @Nullable Throwable failure, Duration took) {
    Timer.builder("ledger.commands")
        .tag("feature", feature(command))
        .tag("outcome", outcome(failure))
        .tag("refused_by", failure instanceof Refused refused ? rules(refused) : NO_RULE)
        .serviceLevelObjectives(Buckets.times())
        .register(registry)
        .record(took);
  }

  /** A command's package is its feature. */
  private static String feature(LedgerCommand command) {
    String name = command.getClass().getPackageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The class of its code: {@code CaseRefusal} gives {@code case}. */
  private static String rules(Refused refused) {
    RefusalCode code = refused.code();
    String name =
        code instanceof Enum<?> known
            ? known.getDeclaringClass().getSimpleName()
            : code.getClass().getSimpleName();
    return name.replaceFirst("Refusal$", "").toLowerCase(Locale.ROOT);
  }

  static String outcome(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> "accepted";
      case Refused _ -> "refused";
      case RepeatedCommand _ -> "repeated";
      case AggregateNotFoundException _ -> "not_found";
      case ConcurrencyException _ -> "conflict";
      case ConflictingModificationException _ -> "conflict";
      case AggregateStreamCreationException _ -> "conflict";
      case OutcomeUnknown _ -> "unknown";
      case StoreUnavailable _ -> "unavailable";
      default -> "failed";
    };
  }
}
