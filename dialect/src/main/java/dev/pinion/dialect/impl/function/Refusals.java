package dev.pinion.dialect.impl.function;

import org.hibernate.query.IllegalQueryOperationException;

/**
 * What SQLite cannot do, said so.
 */
final class Refusals {

  private Refusals() {
  }

  /** windowfunctions.html, section 1: neither distinct arguments nor subqueries over a window's rows. */
  static IllegalQueryOperationException overWindow(String function) {
    return new IllegalQueryOperationException("SQLite cannot compute " + function
        + " over a window: group in a subquery and join it instead");
  }

  /** Functions of several aggregates would need the distinct values in each of them. */
  static IllegalQueryOperationException distinct(String function) {
    return new IllegalQueryOperationException("SQLite has no " + function
        + "() of distinct values: select them in a subquery instead");
  }
}
