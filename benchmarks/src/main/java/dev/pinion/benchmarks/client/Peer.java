package dev.pinion.benchmarks.client;

import dev.pinion.sqlclient.SqliteBuilder;
import io.vertx.core.Vertx;
import io.vertx.jdbcclient.JDBCConnectOptions;
import io.vertx.jdbcclient.JDBCPool;
import io.vertx.sqlclient.PoolOptions;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The ways to run SQL that are compared. */
public enum Peer {

  /** What this project is. */
  PINION("Pinion") {
    @Override
    public QueryClient open(SampleFile file, Vertx vertx, int connections) {
      return pinion(file.pinionUrl(), vertx, connections);
    }
  },

  /** With transactions that share syncs, which takes more connections: each waits for the sync of its transaction. */
  PINION_GROUPED("Pinion, grouped") {
    @Override
    public QueryClient open(SampleFile file, Vertx vertx, int connections) {
      return pinion(file.pinionUrl() + SampleFile.GROUPED, vertx, connections * SampleFile.CONNECTIONS_GROUPED);
    }
  },

  /** The floor. */
  LOOP("sqlite-jdbc in a loop") {
    @Override
    public QueryClient open(SampleFile file, Vertx vertx, int connections) throws SQLException {
      return new LoopClient(file);
    }
  },

  /** What a user of Vert.x has without Pinion. */
  VERTX_JDBC("vertx-jdbc-client") {
    @Override
    public QueryClient open(SampleFile file, Vertx vertx, int connections) {
      // Agroal now and then does not see that a connection is free; a minute of waiting for it would tell nothing more.
      return new PoolClient(vertx, JDBCPool.pool(vertx,
          new JDBCConnectOptions().setJdbcUrl(file.jdbcUrl()).setConnectTimeout(ACQUISITION_MILLIS),
          new PoolOptions().setMaxSize(connections)));
    }
  },

  /** What a user of blocking code has: as many threads as connections. */
  THREADS("HikariCP on threads") {
    @Override
    public QueryClient open(SampleFile file, Vertx vertx, int connections) {
      return new ThreadsClient(file, connections, Executors.newFixedThreadPool(connections));
    }
  },

  /** The same with a virtual thread for each operation, since JDK 21. */
  VIRTUAL_THREADS("HikariCP on virtual threads") {
    @Override
    public boolean isAvailable() {
      return Runtime.version().feature() >= 21;
    }

    @Override
    public QueryClient open(SampleFile file, Vertx vertx, int connections) {
      return new ThreadsClient(file, connections, virtualThreads());
    }
  };

  private static final int ACQUISITION_MILLIS = 5_000;

  private final String label;

  Peer(String label) {
    this.label = label;
  }

  /**
   * What the tables call it.
   *
   * @return a name
   */
  public String label() {
    return label;
  }

  /**
   * Whether this JVM has what it needs.
   *
   * @return true if it can be opened
   */
  public boolean isAvailable() {
    return true;
  }

  /**
   * Opens it.
   *
   * @param file what to open
   * @param vertx on whose event loops it runs, if on any
   * @param connections how many it may have
   * @return a client, to be closed
   * @throws SQLException if the file cannot be opened
   */
  public abstract QueryClient open(SampleFile file, Vertx vertx, int connections) throws SQLException;

  private static QueryClient pinion(String url, Vertx vertx, int connections) {
    return new PoolClient(vertx, SqliteBuilder.pool()
        .connectingTo(url)
        .with(new PoolOptions().setMaxSize(connections))
        .using(vertx)
        .build());
  }

  /** By name, because the build must also do with a JDK that does not have them. */
  private static ExecutorService virtualThreads() {
    try {
      return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This JDK has no virtual threads: " + Runtime.version(), e);
    }
  }
}
