package org.accordledger.audit.cli;

import java.io.Console;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.accordledger.audit.Progress;

/**
 * A bar with rate and time left on the error stream: redrawn in place on a terminal, a plain line
 * now and then elsewhere.
 */
final class Bar implements Progress {
  private static final int WIDTH = 100;
  private static final int REDRAW_MILLIS = 200;
  private static final int LINE_MILLIS = 5_000;

  private final ProgressBar bar;

  /**
   * @param task what is done, two words
   * @param unit of the steps, with a space before it
   * @param steps in all
   */
  Bar(String task, String unit, long steps) {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setUnit(unit, 1)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(terminal ? REDRAW_MILLIS : LINE_MILLIS)
            .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setConsumer(
                terminal
                    ? new ConsoleProgressBarConsumer(System.err, WIDTH)
                    : new DelegatingProgressBarConsumer(System.err::println, WIDTH))
            .build();
  }

  @Override
  public void step(long steps) {
    bar.stepBy(steps);
  }

  @Override
  public void close() {
    bar.close();
  }
}
