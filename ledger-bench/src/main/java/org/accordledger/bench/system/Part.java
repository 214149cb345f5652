package org.accordledger.bench.system;

/** A part of the system that can die and come back under the same address. */
interface Part extends AutoCloseable {
  String name();

  /** Starts it; it may answer only later. */
  void start();

  /** Ends it with SIGKILL, and returns when it has ended. */
  void kill();

  /** Ends it in good order. */
  void stop();

  /** Ends it for good, however it is. */
  @Override
  void close();
}
