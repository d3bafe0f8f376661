package dev.pinion.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/** One operation after the other, so many times. */
final class Repetition {

  private final Operation operation;
  private final Promise<Void> end = Promise.promise();
  private int left;

  private Repetition(Operation operation, int times) {
    this.operation = operation;
    this.left = times;
  }

  static Future<Void> of(Operation operation, int times) {
    Repetition repetition = new Repetition(operation, times);
    repetition.run();
    return repetition.end.future();
  }

  private void run() {
    while (left > 0) {
      left--;
      Future<?> outcome = operation.start();
      if (!outcome.isComplete()) {
        outcome.onSuccess(done -> run()).onFailure(end::fail);
        return;
      }
      if (outcome.failed()) {
        end.fail(outcome.cause());
        return;
      }
    }
    end.complete();
  }
}
