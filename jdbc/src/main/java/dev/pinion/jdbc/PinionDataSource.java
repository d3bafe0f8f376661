package dev.pinion.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A pool of blocking connections to one SQLite database, on which no write fails because another one of this JVM is
 * under way.
 *
 * <pre>{@code
 * try (var dataSource = new PinionDataSource("jdbc:sqlite:app.db")) {
 *   …
 * }
 * }</pre>
 *
 * <p><b>URL.</b> {@code jdbc:sqlite:app.db}, {@code sqlite:///absolute/app.db}, {@code sqlite::memory:}, with the
 * parameters of the Vert.x driver: {@code mode}, {@code transaction_mode}, {@code journal_mode}, {@code synchronous},
 * {@code foreign_keys}, {@code trusted_schema}, {@code busy_timeout} and {@code write_gate_timeout} (milliseconds), and
 * pragmas such as {@code cache_size}. Without any: {@code WAL}, {@code FULL}, foreign keys on, schema not trusted, 5
 * seconds for other processes, 60 seconds for the write gate.
 *
 * <p><b>Transactions.</b> With auto-commit off, the first statement begins a transaction, {@code BEGIN IMMEDIATE}: it
 * has the write lock from its start, and cannot fail half-way because somebody else wrote (lang_transaction.html,
 * section 2.2). With {@link Connection#setReadOnly(boolean) setReadOnly(true)} it is a deferred one that waits for
 * nobody, and SQLite refuses every write in it (pragma.html#pragma_query_only). A connection that is given back inside
 * a transaction is rolled back.
 *
 * <p><b>The write gate.</b> Writers of one file, be they connections of this or another data source or of the Vert.x
 * driver in this JVM, pass one by one, in the order of asking. A thread that waits, blocks. If one and the same
 * transaction keeps the gate for longer than {@code write_gate_timeout}, those who wait fail with
 * {@code SQLITE_BUSY} and SQLState 55P03; so does a thread that waits for itself, having begun to write on another
 * connection.
 *
 * <p><b>The pool</b> is HikariCP's, with all of its settings, metrics and life cycle; they must be set before the first
 * connection is taken. By default up to {@value #DEFAULT_MAXIMUM_POOL_SIZE} connections, opened when needed: who waits
 * for the gate keeps his, and readers still need some. A database in memory has one connection, which never ends.
 *
 * <p><b>A file that is deleted or replaced</b> under the pool is found out: what was committed to it is not
 * acknowledged ({@code SQLITE_READONLY_DBMOVED}, SQLState 08006), and the next connection opens what is at the path
 * then.
 *
 * <p>Thread-safe. {@link #getConnection()} refuses an event loop of Vert.x, which must not be blocked.
 */
public class PinionDataSource extends HikariDataSource {

  /** How many connections there may be unless it is set. */
  public static final int DEFAULT_MAXIMUM_POOL_SIZE = 16;

  /** A data source without a URL yet; set it by {@link #setJdbcUrl(String)}. */
  public PinionDataSource() {
    setMaximumPoolSize(DEFAULT_MAXIMUM_POOL_SIZE);
    setMinimumIdle(1);
  }

  /**
   * A data source for a database; nothing is opened before the first connection is taken.
   *
   * @param url a SQLite URL
   * @throws IllegalArgumentException if it is none, names no file, or has a parameter that is not known
   */
  public PinionDataSource(String url) {
    this();
    setJdbcUrl(url);
  }

  /**
   * Sets the database.
   *
   * @param url a SQLite URL
   * @throws IllegalArgumentException if it is none, names no file, or has a parameter that is not known
   */
  @Override
  public final void setJdbcUrl(String url) {
    SqliteUrl database = SqliteUrl.parse(url);
    super.setJdbcUrl(url);
    setDataSource(new UnpooledDataSource(database, this::evict));
    if (database.isInMemory()) {
      setMaximumPoolSize(1);
      setMaxLifetime(0);
      setIdleTimeout(0);
    }
    if (database.isReadOnly()) {
      setReadOnly(true);
    }
  }

  /**
   * A connection from the pool, for which this thread may wait.
   *
   * @return a connection with auto-commit on
   * @throws SQLException if the database cannot be opened, or no connection gets free in time
   * @throws IllegalStateException on an event loop of Vert.x
   */
  @Override
  public Connection getConnection() throws SQLException {
    EventLoops.refuse();
    return super.getConnection();
  }

  /** Connections to a file that is not there any more are of no use, and keep others from opening the next. */
  private void evict() {
    HikariPoolMXBean pool = getHikariPoolMXBean();
    if (pool != null) {
      pool.softEvictConnections();
    }
  }
}
