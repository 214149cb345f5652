package org.accordledger.store.publish;

import java.util.function.Consumer;

/**
 * Fails at the n-th moment of publishing: each write has two, before it and after it. Counts from
 * the moment it is armed.
 */
final class FailAt implements PublishingListener {
  private final Consumer<String> failure;
  private long left = Long.MAX_VALUE;

  FailAt(Consumer<String> failure) {
    this.failure = failure;
  }

  /** Fails by an exception. */
  static FailAt throwing() {
    return new FailAt(
        moment -> {
          throw new Injected(moment);
        });
  }

  void arm(long moment) {
    left = moment;
  }

  void disarm() {
    left = Long.MAX_VALUE;
  }

  @Override
  public void before(PublishingStep step, String what) {
    reach("before " + step + " " + what);
  }

  @Override
  public void after(PublishingStep step, String what) {
    reach("after " + step + " " + what);
  }

  private void reach(String moment) {
    if (left == 0) {
      disarm();
      failure.accept(moment);
    }
    left--;
  }

  static final class Injected extends RuntimeException {
    private static final long serialVersionUID = 1;

    Injected(String moment) {
      super(moment);
    }
  }
}
