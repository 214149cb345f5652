package org.accordledger.store.publish;

import java.nio.file.Path;
import org.accordledger.store.TestPostgres;

/**
 * A process of its own that publishes once, and ends without a word to anybody at the moment it is
 * told: as after kill -9, nothing is flushed, closed or undone.
 */
final class PublisherProcess {
  static final int KILLED = 137;

  private PublisherProcess() {}

  public static void main(String[] arguments) {
    FailAt end =
        new FailAt(
            moment -> {
              System.out.println(moment);
              System.out.flush();
              Runtime.getRuntime().halt(KILLED);
            });
    end.arm(Long.parseLong(arguments[3]));
    try (TestPublication publication =
        new TestPublication(
            TestPostgres.database(Integer.parseInt(arguments[0]), arguments[1]),
            Path.of(arguments[2]),
            end)) {
      publication.start();
    }
  }
}
