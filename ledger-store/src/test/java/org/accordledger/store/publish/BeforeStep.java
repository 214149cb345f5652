package org.accordledger.store.publish;

import java.util.concurrent.atomic.AtomicReference;

/** Does something once, just before the next step of its kind. */
final class BeforeStep implements PublishingListener {
  private final PublishingStep step;
  private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});

  BeforeStep(PublishingStep step) {
    this.step = step;
  }

  void next(Runnable what) {
    next.set(what);
  }

  @Override
  public void before(PublishingStep reached, String what) {
    if (reached == step) {
      next.getAndSet(() -> {}).run();
    }
  }

  @Override
  public void after(PublishingStep reached, String what) {}
}
