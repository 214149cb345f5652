package org.accordledger.audit.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.accordledger.audit.AuditProblem;
import org.jspecify.annotations.Nullable;

/** Takes a body up to a length and hangs up on one that goes on. */
final class LimitedBody implements BodySubscriber<Long> {
  private final OutputStream sink;
  private final long most;
  private final String what;
  private final CompletableFuture<Long> done = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private long taken;

  /**
   * @param sink takes the bytes; the caller closes it
   * @param what is read, for the message
   */
  LimitedBody(OutputStream sink, long most, String what) {
    this.sink = sink;
    this.most = most;
    this.what = what;
  }

  @Override
  public CompletionStage<Long> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        taken += bytes.length;
        if (taken > most) {
          stop(new AuditProblem(what + " is longer than the " + most + " bytes it may have"));
          return;
        }
        sink.write(bytes);
      }
    } catch (IOException e) {
      stop(new AuditProblem(what + " cannot be stored: " + e.getMessage(), e));
      return;
    }
    if (subscription != null) {
      subscription.request(1);
    }
  }

  private void stop(AuditProblem why) {
    if (subscription != null) {
      subscription.cancel();
    }
    done.completeExceptionally(why);
  }

  @Override
  public void onError(Throwable failure) {
    done.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    done.complete(taken);
  }
}
