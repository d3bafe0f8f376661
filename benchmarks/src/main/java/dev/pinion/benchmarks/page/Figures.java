package dev.pinion.benchmarks.page;

import dev.pinion.benchmarks.contest.Spread;
import java.util.Locale;

/** How figures are written: three digits are enough for what varies between rounds. */
public final class Figures {

  private Figures() {
  }

  /**
   * A figure.
   *
   * @param figure any
   * @return it with three digits
   */
  public static String of(double figure) {
    double size = Math.abs(figure);
    int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", figure);
  }

  /**
   * A spread's middle.
   *
   * @param spread any
   * @return its median with three digits
   */
  public static String median(Spread spread) {
    return of(spread.median());
  }

  /**
   * A spread's ends.
   *
   * @param spread any
   * @return its least and greatest with three digits
   */
  public static String range(Spread spread) {
    return of(spread.min()) + " – " + of(spread.max());
  }
}
