package org.accordledger.api.architecture.canary.two;

import java.util.concurrent.Executors;

/** Breaks the rule on virtual threads in each way. */
class Virtual {
  Virtual() {}

  void start(Runnable work) {
    Thread.ofVirtual().start(work);
    Thread.startVirtualThread(work);
    Executors.newVirtualThreadPerTaskExecutor().close();
  }
}
