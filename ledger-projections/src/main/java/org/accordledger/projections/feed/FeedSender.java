package org.accordledger.projections.feed;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.accordledger.projections.EventSpans;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches and waits until they are acknowledged; used by one thread, until the first failure.
 * What fails ends the producer before it sends anything else, so that nothing reaches a partition
 * behind an event that did not.
 */
final class FeedSender implements AutoCloseable {
  private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("ledger.topic");

  private final KafkaProducer<String, byte[]> producer;
  private final FeedRecords records;
  private final String topic;
  private final EventSpans spans;
  private final Duration pulse;
  private final Runnable alive;
  private final AtomicReference<@Nullable FeedFailure> firstFailure = new AtomicReference<>();

  /**
   * @param spans makes one of each event, which lasts until Kafka has acknowledged it
   * @param pulse how often {@code alive} is called while Kafka is waited for
   */
  FeedSender(FeedSettings settings, EventSpans spans, Duration pulse, Runnable alive) {
    this.topic = settings.topic();
    this.spans = spans;
    this.producer = producer(settings);
    this.records = new FeedRecords(topic);
    this.pulse = pulse;
    this.alive = alive;
  }

  private static KafkaProducer<String, byte[]> producer(FeedSettings settings) {
    try {
      return FeedClients.producer(settings);
    } catch (KafkaException e) {
      throw new FeedFailure("no producer can be made: " + FeedFailure.reason(e), e);
    }
  }

  /**
   * What became of a batch.
   *
   * @param acknowledged how many of its first events Kafka has acknowledged
   * @param failure why the next one is not among them; null if all are
   */
  record Sent(int acknowledged, @Nullable FeedFailure failure) {}

  /** Sends a batch in its order, and waits for Kafka to acknowledge it. */
  Sent send(List<FeedEvent> batch) throws InterruptedException {
    List<Future<RecordMetadata>> answers = new ArrayList<>(batch.size());
    for (FeedEvent event : batch) {
      Future<RecordMetadata> answer = send(event);
      answers.add(answer);
      if (answer.isDone() && answer.state() == Future.State.FAILED) {
        break;
      }
    }
    for (int i = 0; i < answers.size(); i++) {
      Throwable failure = await(answers.get(i));
      if (failure != null) {
        // what was given up with it failed for no reason of its own
        FeedFailure first = firstFailure.get();
        return new Sent(i, first != null ? first : failure(batch.get(i), failure));
      }
    }
    return new Sent(answers.size(), null);
  }

  private Future<RecordMetadata> send(FeedEvent event) {
    Thread feeder = Thread.currentThread();
    Span span =
        spans.start(
            "Feed.send",
            SpanKind.PRODUCER,
            event.position(),
            event.recordedAt(),
            event.traceparent());
    span.setAttribute(TOPIC, topic);
    try {
      return producer.send(
          records.of(event),
          (metadata, failure) -> {
            ended(span, failure);
            if (failure != null) {
              firstFailure.compareAndSet(null, failure(event, failure));
              // told by the producer's own thread, which has more to send: it must not
              if (!Thread.currentThread().equals(feeder)) {
                producer.close(Duration.ZERO);
              }
            }
          });
    } catch (KafkaException | IllegalStateException | IllegalArgumentException e) {
      ended(span, e);
      // closed meanwhile by what failed before, or no record can be made of it
      return CompletableFuture.failedFuture(e);
    }
  }

  private static void ended(Span span, @Nullable Throwable failure) {
    if (failure != null) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  private static FeedFailure failure(FeedEvent event, Throwable failure) {
    return new FeedFailure(
        event.named() + " cannot be sent: " + FeedFailure.reason(failure), failure);
  }

  private @Nullable Throwable await(Future<RecordMetadata> answer) throws InterruptedException {
    while (true) {
      try {
        answer.get(pulse.toMillis(), TimeUnit.MILLISECONDS);
        return null;
      } catch (TimeoutException e) {
        alive.run();
      } catch (ExecutionException e) {
        return e;
      }
    }
  }

  /** Gives up what is on its way. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
