package dev.pinion.benchmarks.detector;

import io.vertx.core.Future;

/** A client that is put to the test. */
@FunctionalInterface
public interface StatementClient {

  /**
   * Runs a statement; called on an event loop.
   *
   * @param sql a statement without parameters, which yields a row
   * @return done when the row is there
   */
  Future<?> run(String sql);
}
