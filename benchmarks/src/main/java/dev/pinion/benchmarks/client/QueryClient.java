package dev.pinion.benchmarks.client;

import dev.pinion.benchmarks.load.Strands;
import io.vertx.core.Future;

/** A way to run SQL, with the operations that are measured. Every value of every row is read. */
public interface QueryClient extends Strands, AutoCloseable {

  /**
   * Runs a query.
   *
   * @param query what
   * @param parameter its one parameter
   * @return done when the rows are read
   */
  Future<?> query(Query query, int parameter);

  /**
   * Inserts a row in a transaction of its own.
   *
   * @return done when it is committed
   */
  Future<?> insert();

  /**
   * Inserts rows in one transaction, one after the other.
   *
   * @param inserts how many
   * @return done when it is committed
   */
  Future<?> transaction(int inserts);

  /**
   * Inserts rows as one batch in one transaction.
   *
   * @param rows how many
   * @return done when it is committed
   */
  Future<?> batch(int rows);

  /**
   * Has so many connections at once, each of which runs a query, and gives them back.
   *
   * @param count how many
   * @return done when all are back
   */
  Future<?> connections(int count);

  @Override
  void close();
}
