package dev.pinion.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.Executor;

/** Blocking work on other threads. */
public final class Threads {

  private Threads() {
  }

  /** Work that blocks. */
  public interface Task {

    /**
     * Does it.
     *
     * @throws Exception why it failed
     */
    void run() throws Exception;
  }

  /**
   * Has a task done by a thread of an executor.
   *
   * @param executor whose thread
   * @param task what to do
   * @return done when it is, on that thread
   */
  public static Future<?> run(Executor executor, Task task) {
    Promise<Void> done = Promise.promise();
    executor.execute(() -> {
      try {
        task.run();
        done.complete();
      } catch (Exception e) {
        done.fail(e);
      }
    });
    return done.future();
  }
}
