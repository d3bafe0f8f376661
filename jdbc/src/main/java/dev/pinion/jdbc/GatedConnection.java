package dev.pinion.jdbc;

import dev.pinion.storage.gate.Database;
import dev.pinion.storage.gate.Effect;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4Statement;

/**
 * A connection whose writes pass the write gate of its file.
 *
 * <p>It begins transactions itself, with their first statement: sqlite-jdbc begins the next one as soon as one ends,
 * and would keep the write lock while nobody uses the connection.
 */
final class GatedConnection extends JDBC4Connection {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.jdbc.connection");

  private static final Sql SAVEPOINT = Sql.one("SAVEPOINT");

  private final SqliteUrl url;
  private final Effects effects = new Effects();
  private Transaction transaction;
  private Database database;
  private FileWatch file;
  private Runnable onMoved;
  private boolean readOnly;

  GatedConnection(String path, SqliteUrl url, SQLiteConfig config) throws SQLException {
    super("jdbc:sqlite:" + path, path, config.toProperties());
    this.url = url;
    this.readOnly = url.isReadOnly();
  }

  /**
   * From now on it is one of the connections to that database.
   *
   * @param watcher called when the file is found not to be at its path any more
   */
  void join(Database joined, FileWatch watch, Runnable watcher) {
    database = joined;
    file = watch;
    onMoved = () -> watcher.run(); // one for each connection, with which it is taken away
    database.onMoved(onMoved);
    WriteTurn turn = new WriteTurn(joined.writeGate(), url.milliseconds("write_gate_timeout"));
    transaction = new Transaction(getDatabase(), turn);
  }

  // Statements

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    checkOpen();
    checkCursor(type, concurrency, holdability);
    // sqlite-jdbc runs pragmas while it opens the connection.
    return database == null ? createUngatedStatement() : new GatedStatement(this);
  }

  Statement createUngatedStatement() {
    return new JDBC4Statement(this);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    checkOpen();
    checkCursor(type, concurrency, holdability);
    return new GatedPreparedStatement(this, sql, false);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int generatedKeys) throws SQLException {
    checkOpen();
    return new GatedPreparedStatement(this, sql, generatedKeys == Statement.RETURN_GENERATED_KEYS);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] keyColumns) throws SQLException {
    return prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] keyColumns) throws SQLException {
    return prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
  }

  /**
   * Begins the transaction that a statement needs, and waits for the write gate if it writes.
   *
   * @return whether the statement has the gate for itself, and {@link #leave()} must follow
   */
  boolean enter(Sql sql) throws SQLException {
    transaction.checkUsable();
    if (!transaction.isOpen()) {
      file.check("This was not run");
    }
    if (!getAutoCommit()) {
      begin();
    }
    if (transaction.mayWrite() || readOnly || !effect(sql).needsGate()) {
      return false;
    }
    transaction.turn().enter();
    return !transaction.keepTurn();
  }

  void leave() {
    transaction.turn().leave();
  }

  /** Refuses to acknowledge what went to a file that nobody will find again. */
  void checkWritten() throws SQLException {
    file.check("What this has committed is in the file that was there before");
  }

  /** Takes note of a statement that has ended, whether it failed or not. */
  void ran(Sql sql) throws SQLException {
    if (sql.changesSchema()) {
      database.schemaChanged();
    }
    if (sql.endsOrBegins()) {
      transaction.settle();
    }
  }

  void failed(SQLException error) {
    transaction.failed(error, !isAutoCommitting());
  }

  private Effect effect(Sql sql) {
    return sql.several() ? Effect.UNKNOWN : effects.of(this, sql.text(), database.schemaEpoch());
  }

  // Transactions

  private void begin() throws SQLException {
    if (!transaction.isOpen()) {
      String mode = readOnly ? "deferred" : url.get("transaction_mode");
      transaction.begin(mode, !mode.equals("deferred"));
    }
  }

  private boolean isAutoCommitting() {
    return getConnectionConfig().isAutoCommit();
  }

  @Override
  public void setAutoCommit(boolean autoCommit) throws SQLException {
    if (autoCommit != getAutoCommit()) {
      if (autoCommit) {
        commit();
      }
      getConnectionConfig().setAutoCommit(autoCommit);
    }
  }

  @Override
  public void commit() throws SQLException {
    checkInTransactionMode();
    boolean wrote = transaction.mayWrite();
    transaction.commit();
    if (wrote) {
      checkWritten();
    }
  }

  @Override
  public void rollback() throws SQLException {
    checkInTransactionMode();
    transaction.rollback();
  }

  @Override
  public Savepoint setSavepoint() throws SQLException {
    checkInTransactionMode();
    enter(SAVEPOINT);
    return super.setSavepoint();
  }

  @Override
  public Savepoint setSavepoint(String name) throws SQLException {
    checkInTransactionMode();
    enter(SAVEPOINT);
    return super.setSavepoint(name);
  }

  private void checkInTransactionMode() throws SQLException {
    if (getAutoCommit()) {
      throw new SQLException("There is no transaction while auto-commit is on; switch it off first", "25000");
    }
  }

  @Override
  public boolean isReadOnly() {
    return readOnly;
  }

  @Override
  public void setReadOnly(boolean wanted) throws SQLException {
    if (wanted == readOnly || url.isReadOnly()) {
      return;
    }
    if (transaction.isOpen()) {
      throw new SQLException("A transaction cannot become read-only or stop to be it; end it first", "25001");
    }
    getDatabase()._exec("PRAGMA query_only=" + (wanted ? "ON" : "OFF"));
    readOnly = wanted;
  }

  // Life

  @Override
  public boolean isValid(int seconds) throws SQLException {
    return !isClosed() && file.isFileThere();
  }

  /** The last call of HikariCP before it takes a connection back; it knows nothing of a BEGIN that was run as SQL. */
  @Override
  public void clearWarnings() throws SQLException {
    if (isAutoCommitting() && transaction.isOpen()) {
      log.warn("A connection was given back inside a transaction, which is rolled back");
      transaction.rollback();
    }
  }

  /** Interrupts what is running and closes, for the pool that does not want to wait for the connection's user. */
  @Override
  public void abort(Executor executor) throws SQLException {
    if (!isClosed()) {
      getDatabase().interrupt();
      executor.execute(() -> {
        try {
          close();
        } catch (SQLException e) {
          log.warn("A connection was not closed", e);
        }
      });
    }
  }

  /** Leaves nothing behind: no transaction, no gate, and no -wal if it was the file's last connection. */
  @Override
  public void close() throws SQLException {
    if (isClosed() || database == null) {
      super.close();
      return;
    }
    try {
      transaction.rollback();
    } catch (SQLException e) {
      log.warn("A connection was not closed cleanly", e);
    } finally {
      // One at a time: SQLite deletes the -wal only if it sees no other connection (wal.html, section 4).
      synchronized (database) {
        if (database.isLastConnection() && !url.isReadOnly()) {
          tidy();
        }
        disconnect();
      }
    }
  }

  /** The -wal of a file that was moved away must be empty, else SQLite plays it into the one that took its place. */
  private void tidy() {
    try {
      getDatabase().busy_timeout(0);
      getDatabase()._exec("PRAGMA query_only=OFF");
      getDatabase()._exec(database.isMoved() ? "PRAGMA wal_checkpoint(TRUNCATE)" : "PRAGMA optimize");
    } catch (SQLException e) {
      log.debug("The file is in use or cannot be written, so it was not tidied up", e);
    }
  }

  private void disconnect() throws SQLException {
    try {
      super.close();
    } finally {
      transaction.turn().abandon();
      database.forget(onMoved);
      database.release();
    }
  }

  @Override
  public <T> T unwrap(Class<T> type) throws ClassCastException {
    return type.cast(this);
  }
}
