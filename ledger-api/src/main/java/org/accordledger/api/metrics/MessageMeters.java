package org.accordledger.api.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/** What one part of Axon tells of its messages: how many, how long, with which end. */
public final class MessageMeters implements MessageMonitor<Message<?>> {
  private final Timer success;
  private final Timer failure;
  private final Timer ignored;

  private MessageMeters(MeterRegistry registry, String name, Tags tags) {
    this.success = timer(registry, name, tags, "success");
    this.failure = timer(registry, name, tags, "failure");
    this.ignored = timer(registry, name, tags, "ignored");
  }

  /** The commands on the bus. */
  public static MessageMeters ofCommands(MeterRegistry registry) {
    return new MessageMeters(registry, "axon.command.bus", Tags.empty());
  }

  /** The events on their way into the store. */
  public static MessageMeters ofEvents(MeterRegistry registry) {
    return new MessageMeters(registry, "axon.event.store", Tags.empty());
  }

  /** The events that a processor hands to its projection. */
  public static MessageMeters ofProcessor(MeterRegistry registry, String processor) {
    return new MessageMeters(registry, "axon.event.processor", Tags.of("processor", processor));
  }

  private static Timer timer(MeterRegistry registry, String name, Tags tags, String outcome) {
    return registry.timer(name, tags.and("outcome", outcome));
  }

  @Override
  public MonitorCallback onMessageIngested(Message<?> message) {
    Timer.Sample begin = Timer.start();
    return new MonitorCallback() {
      @Override
      public void reportSuccess() {
        begin.stop(success);
      }

      @Override
      public void reportFailure(@Nullable Throwable cause) {
        begin.stop(failure);
      }

      @Override
      public void reportIgnored() {
        begin.stop(ignored);
      }
    };
  }
}
