package dev.pinion.examples.quickstart;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far the import is: a bar on a terminal, a plain line every few seconds elsewhere. */
interface Progress extends AutoCloseable {

  void step(long done);

  @Override
  void close();

  static Progress of(PrintStream out, long total) {
    return isTerminal() ? new Bar(total) : new Lines(out, total);
  }

  /** Since JDK 22 there is a console even without a terminal; it says so itself. */
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }

  /** A bar that is drawn again in its place. */
  final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(long total) {
      bar = new ProgressBarBuilder().setTaskName("import").setInitialMax(total).setUnit(" code points", 1)
          .setConsumer(new ConsoleProgressBarConsumer(System.out)).showSpeed().build();
    }

    @Override
    public void step(long done) {
      bar.stepTo(done);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** A line now and then. */
  final class Lines implements Progress {
    private static final long PERIOD = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private final long total;
    private long last = System.nanoTime();

    Lines(PrintStream out, long total) {
      this.out = out;
      this.total = total;
    }

    @Override
    public void step(long done) {
      if (System.nanoTime() - last > PERIOD) {
        last = System.nanoTime();
        out.printf("imported %,d of %,d code points%n", done, total);
      }
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
