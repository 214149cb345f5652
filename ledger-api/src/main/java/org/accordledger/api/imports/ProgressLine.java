package org.accordledger.api.imports;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how far the work is, how fast it goes and how long it still takes: redrawn in place on a
 * terminal, a plain line now and then elsewhere.
 */
final class ProgressLine {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean terminal;
  private final long pauseNanos;
  private final long started = System.nanoTime();
  private long drawn = started;

  ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.pauseNanos = (terminal ? Duration.ofMillis(200) : Duration.ofSeconds(5)).toNanos();
  }

  /**
   * Draws, if it is time.
   *
   * @param share of the work that is done, 0 to 1
   * @param rows done so far
   */
  synchronized void show(double share, long rows) {
    long now = System.nanoTime();
    if (now - drawn < pauseNanos) {
      return;
    }
    drawn = now;
    String line = line(share, rows, Duration.ofNanos(now - started));
    if (terminal) {
      out.print("\r" + line + "\u001b[K");
      out.flush();
    } else {
      out.println(line);
    }
  }

  /** Takes the bar off the terminal. */
  synchronized void done() {
    if (terminal && drawn != started) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  static String line(double share, long rows, Duration elapsed) {
    double done = Math.clamp(share, 0, 1);
    double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
    int filled = (int) Math.round(done * WIDTH);
    long left = done < 0.001 ? -1 : Math.round(seconds * (1 - done) / done);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%  %,d rows  %,.0f rows/s  %s left",
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done * 100,
        rows,
        rows / seconds,
        left < 0 ? "--:--" : "%d:%02d".formatted(left / 60, left % 60));
  }
}
