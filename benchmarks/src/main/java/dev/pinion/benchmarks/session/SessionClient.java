package dev.pinion.benchmarks.session;

import dev.pinion.benchmarks.load.Strands;
import io.vertx.core.Future;

/** A session factory, with the operations that are measured; each opens a session of its own. */
public interface SessionClient extends Strands, AutoCloseable {

  /**
   * Finds one entity by its key.
   *
   * @param id the key
   * @return done when the session is closed
   */
  Future<?> find(int id);

  /**
   * Queries entities.
   *
   * @param first the least key
   * @param count how many
   * @return done when the session is closed
   */
  Future<?> query(int first, int count);

  /**
   * Persists an entity whose key the database makes, in a transaction.
   *
   * @return done when it is committed
   */
  Future<?> persist();

  @Override
  void close();
}
