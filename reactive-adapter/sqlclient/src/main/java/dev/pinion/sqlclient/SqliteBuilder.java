package dev.pinion.sqlclient;

import dev.pinion.sqlclient.impl.SqliteClientBuilder;
import io.vertx.core.Handler;
import io.vertx.sqlclient.ClientBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;

/**
 * Where a pool or a client of a SQLite database is built.
 *
 * <pre>{@code
 * Pool pool = SqliteBuilder.pool()
 *     .connectingTo("sqlite:app.db")
 *     .with(new PoolOptions().setMaxSize(8))
 *     .using(vertx)
 *     .build();
 * }</pre>
 */
public interface SqliteBuilder {

  /**
   * Builds a pool as the block says.
   *
   * @param block configures the builder
   * @return the pool
   */
  static Pool pool(Handler<ClientBuilder<Pool>> block) {
    ClientBuilder<Pool> builder = pool();
    block.handle(builder);
    return builder.build();
  }

  /**
   * A builder of a pool.
   *
   * @return the builder
   */
  static ClientBuilder<Pool> pool() {
    return new SqliteClientBuilder<>(pool -> pool);
  }

  /**
   * Builds a client as the block says.
   *
   * @param block configures the builder
   * @return the client
   */
  static SqlClient client(Handler<ClientBuilder<SqlClient>> block) {
    ClientBuilder<SqlClient> builder = client();
    block.handle(builder);
    return builder.build();
  }

  /**
   * A builder of a client, which is a pool without {@code getConnection}.
   *
   * @return the builder
   */
  static ClientBuilder<SqlClient> client() {
    return new SqliteClientBuilder<>(client -> client);
  }
}
