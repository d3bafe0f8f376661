package dev.pinion.benchmarks.load;

import io.vertx.core.Future;

/** An operation over and over, the next when the one before has ended; so many lanes are so many in flight. */
final class Lane {

  private final Load load;
  private final Operation operation;

  Lane(Load load, Operation operation) {
    this.load = load;
    this.operation = operation;
  }

  void run() {
    do {
      long startedAt = System.nanoTime();
      Future<?> outcome = operation.start();
      if (!outcome.isComplete()) {
        outcome.onComplete(done -> {
          load.record(startedAt, done.cause());
          goOn();
        });
        return;
      }
      // A loop rather than recursion, for operations that are done when they return.
      load.record(startedAt, outcome.cause());
    } while (load.goesOn());
    load.ended();
  }

  private void goOn() {
    if (load.goesOn()) {
      run();
    } else {
      load.ended();
    }
  }
}
