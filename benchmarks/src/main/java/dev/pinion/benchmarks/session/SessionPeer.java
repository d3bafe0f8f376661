package dev.pinion.benchmarks.session;

import dev.pinion.benchmarks.client.SampleFile;
import io.vertx.core.Vertx;
import java.util.Map;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.reactive.provider.Settings;

/** The ways to have Hibernate's sessions that are compared. */
public enum SessionPeer {

  /** Hibernate Reactive over this project. */
  PINION("HR, Pinion") {
    @Override
    public SessionClient open(SampleFile file, Vertx vertx, int connections) {
      return pinion(file.pinionUrl(), vertx, connections);
    }
  },

  /** With transactions that share syncs. */
  PINION_GROUPED("HR, Pinion, grouped") {
    @Override
    public SessionClient open(SampleFile file, Vertx vertx, int connections) {
      return pinion(file.pinionUrl() + SampleFile.GROUPED, vertx, connections * SampleFile.CONNECTIONS_GROUPED);
    }
  },

  /** Hibernate Reactive over what a user of Vert.x has without Pinion; with its dialect, to compare drivers only. */
  VERTX_JDBC("HR, vertx-jdbc-client") {
    @Override
    public SessionClient open(SampleFile file, Vertx vertx, int connections) {
      return new ReactiveSessions(vertx, Map.of(
          AvailableSettings.JAKARTA_JDBC_URL, file.jdbcUrl(),
          AvailableSettings.POOL_SIZE, connections,
          AvailableSettings.DIALECT, "dev.pinion.dialect.SqliteDialect",
          Settings.SQL_CLIENT_POOL, JdbcClientPool.class));
    }
  },

  /** Blocking sessions with the community's dialect. */
  BLOCKING("Hibernate ORM, HikariCP") {
    @Override
    public SessionClient open(SampleFile file, Vertx vertx, int connections) {
      return new BlockingSessions(file.jdbcUrl(), connections,
          Map.of(AvailableSettings.DIALECT, "org.hibernate.community.dialect.SQLiteDialect"));
    }
  };

  private final String label;

  SessionPeer(String label) {
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
   * Builds a session factory.
   *
   * @param file what to open
   * @param vertx on whose event loops reactive sessions run
   * @param connections how many; blocking sessions have as many threads
   * @return a client, to be closed
   */
  public abstract SessionClient open(SampleFile file, Vertx vertx, int connections);

  private static SessionClient pinion(String url, Vertx vertx, int connections) {
    return new ReactiveSessions(vertx, Map.of(
        AvailableSettings.JAKARTA_JDBC_URL, "jdbc:" + url, AvailableSettings.POOL_SIZE, connections));
  }
}
