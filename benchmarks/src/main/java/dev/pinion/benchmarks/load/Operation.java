package dev.pinion.benchmarks.load;

import io.vertx.core.Future;
import java.util.stream.Stream;

/** What is measured: one query, one transaction, one session. */
@FunctionalInterface
public interface Operation {

  /**
   * Starts one.
   *
   * @return its end
   */
  Future<?> start();

  /**
   * This operation several times, one after the other.
   *
   * @param times how often
   * @return an operation that fails with the first that fails
   */
  default Operation times(int times) {
    return () -> Repetition.of(this, times);
  }

  /**
   * Several of this operation at once.
   *
   * @param workers how many
   * @return an operation that ends with the last of them
   */
  default Operation atOnce(int workers) {
    return () -> Future.join(Stream.generate(this::start).limit(workers).toList());
  }
}
