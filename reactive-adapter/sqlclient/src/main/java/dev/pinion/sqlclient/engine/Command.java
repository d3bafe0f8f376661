package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteFunction;
import java.util.List;
import java.util.Set;

/**
 * What a worker can be asked to do; a closed list, each member run on the worker's thread.
 *
 * @param <T> what it yields
 */
public sealed interface Command<T> {

  /**
   * Does it.
   *
   * @param session the worker's connection
   * @return the outcome
   */
  T run(Session session);

  /**
   * Whether its failure leaves a connection that nobody should go on with.
   *
   * @return true for what undoes other commands
   */
  default boolean mustSucceed() {
    return false;
  }

  /**
   * Whether it may be stopped half-way.
   *
   * @return false for what cleans up or settles, which must run to its end
   */
  default boolean isInterruptible() {
    return true;
  }

  /**
   * Runs every statement of a text, without parameters.
   *
   * @param sql one or more statements
   */
  record Script(String sql) implements Command<List<StatementResult>> {
    @Override
    public List<StatementResult> run(Session session) {
      return session.script(sql);
    }
  }

  /**
   * Runs one statement to its end.
   *
   * @param sql the statement
   * @param parameters the values to bind, in storage form
   */
  record Query(String sql, Object[] parameters) implements Command<StatementResult> {
    @Override
    public StatementResult run(Session session) {
      return session.query(sql, parameters);
    }
  }

  /**
   * Runs one statement once for each row of values; all of them or none take effect.
   *
   * @param sql the statement
   * @param rows the values to bind, in storage form
   */
  record Batch(String sql, List<Object[]> rows) implements Command<List<StatementResult>> {
    @Override
    public List<StatementResult> run(Session session) {
      return session.batch(sql, rows);
    }
  }

  /**
   * Compiles a statement.
   *
   * @param sql the statement
   */
  record Prepare(String sql) implements Command<StatementInfo> {
    @Override
    public StatementInfo run(Session session) {
      return session.prepare(sql);
    }
  }

  /**
   * Forgets a compiled statement.
   *
   * @param sql the statement
   */
  record CloseStatement(String sql) implements Command<Void> {
    @Override
    public Void run(Session session) {
      session.closeStatement(sql);
      return null;
    }

    @Override
    public boolean isInterruptible() {
      return false;
    }
  }

  /**
   * Reads the next rows of a cursor, which is opened by the first such command.
   *
   * @param cursor the cursor's name
   * @param sql the statement
   * @param parameters the values to bind, in storage form
   * @param count how many rows at most
   * @param opened whether an earlier fetch has opened the cursor
   */
  record Fetch(String cursor, String sql, Object[] parameters, int count, boolean opened)
      implements Command<StatementResult> {
    @Override
    public StatementResult run(Session session) {
      return opened ? session.fetchMore(cursor, sql, count) : session.openCursor(cursor, sql, parameters, count);
    }
  }

  /**
   * Ends a cursor before its last row.
   *
   * @param cursor the cursor's name
   */
  record CloseCursor(String cursor) implements Command<Void> {
    @Override
    public Void run(Session session) {
      session.closeCursor(cursor);
      return null;
    }

    @Override
    public boolean isInterruptible() {
      return false;
    }
  }

  /**
   * Begins a transaction in the mode that the options name.
   *
   * @param begun the stack of the call, or null if nobody wants to know
   * @param readOnly whether it is to read only, whatever the options say
   */
  record Begin(Throwable begun, boolean readOnly) implements Command<Void> {
    @Override
    public Void run(Session session) {
      session.begin(begun, readOnly);
      return null;
    }
  }

  /** Commits; if that fails the transaction is rolled back. */
  record Commit() implements Command<Void> {
    @Override
    public Void run(Session session) {
      session.commit();
      return null;
    }

    @Override
    public boolean isInterruptible() {
      return false;
    }
  }

  /** Rolls back; nothing happens if SQLite has done so already. */
  record Rollback() implements Command<Void> {
    @Override
    public Void run(Session session) {
      session.rollback();
      return null;
    }

    @Override
    public boolean mustSucceed() {
      return true;
    }

    @Override
    public boolean isInterruptible() {
      return false;
    }
  }

  /** Takes what the connection has now, temporary tables and pragmas, for its own, which a reset leaves alone. */
  record Accept() implements Command<Void> {
    @Override
    public Void run(Session session) {
      session.accept();
      return null;
    }

    @Override
    public boolean isInterruptible() {
      return false;
    }
  }

  /** Makes the connection fit for its next user: no transaction, no cursor, no temporary table. */
  record Reset() implements Command<Void> {
    @Override
    public Void run(Session session) {
      session.reset();
      return null;
    }

    @Override
    public boolean mustSucceed() {
      return true;
    }

    @Override
    public boolean isInterruptible() {
      return false;
    }
  }

  /**
   * Makes a function known to SQL on this connection.
   *
   * @param name what SQL calls it
   * @param arguments how many arguments it takes, -1 for any number
   * @param traits what SQLite may rely on
   * @param function takes values and gives Long, Double, String, byte[] or null
   */
  record CreateFunction(String name, int arguments, Set<SqliteFunction.Trait> traits, SqliteFunction function)
      implements Command<Void> {
    @Override
    public Void run(Session session) {
      session.createFunction(this);
      return null;
    }
  }
}
