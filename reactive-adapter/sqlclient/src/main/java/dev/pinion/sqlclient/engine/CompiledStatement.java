package dev.pinion.sqlclient.engine;

import dev.pinion.storage.gate.Effect;
import dev.pinion.storage.gate.SqlText;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.impl.ErrorMessageFactory;
import io.vertx.sqlclient.impl.RowDesc;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A compiled statement with what is known of it; owned by one worker thread. */
final class CompiledStatement implements AutoCloseable {

  private static final Object[] NO_PARAMETERS = null;
  /** Most queries give one row. */
  private static final int FEW = 1;

  private final String sql;
  private final SQLiteConnection connection;
  private final DB db;
  private final JDBC4PreparedStatement statement;
  private final Effect effect;
  private final boolean changesRows;
  private final int parameters;
  private final int schemaEpoch;
  private Columns columns;
  private int columnCount = -1;
  private boolean rowWaiting;
  private SQLException waitingError;
  private boolean inUse;

  /** Compiles a text, which is the statement's SQL but where Pinion answers for SQLite. */
  CompiledStatement(SQLiteConnection connection, String sql, String text, int schemaEpoch) throws SQLException {
    this.sql = sql;
    this.connection = connection;
    this.db = connection.getDatabase();
    this.schemaEpoch = schemaEpoch;
    this.statement = (JDBC4PreparedStatement) connection.prepareStatement(text);
    this.parameters = statement.getParameterCount();
    try (Statement explainer = connection.createStatement()) {
      this.effect = Effect.of(explainer, text);
    }
    this.changesRows = effect.writes() && SqlText.changesRows(text);
  }

  String sql() {
    return sql;
  }

  Effect effect() {
    return effect;
  }

  int schemaEpoch() {
    return schemaEpoch;
  }

  StatementInfo info() throws SQLException {
    return new StatementInfo(parameters, columns());
  }

  boolean isUsable() {
    return !statement.pointer.isClosed();
  }

  boolean isInUse() {
    return inUse;
  }

  void setInUse(boolean inUse) {
    this.inUse = inUse;
  }

  void checkParameters(int given) {
    if (given != parameters) {
      throw new IllegalArgumentException(ErrorMessageFactory.buildWhenArgumentsLengthNotMatched(parameters, given));
    }
  }

  /** Binds the values and takes the first step. */
  void start(Object[] values) throws SQLException {
    rowWaiting = db.execute(statement, parameters == 0 ? NO_PARAMETERS : values);
  }

  /** Whether a row, or the error in its place, waits to be read. */
  boolean hasRow() {
    return rowWaiting;
  }

  /**
   * Reads the waiting row and those after it, at most {@code limit}. It takes one step more than it returns rows, to
   * know whether there are others; an error in that step is kept for the next call.
   */
  List<Object[]> read(int limit) throws SQLException {
    if (waitingError != null) {
      throw waitingError;
    }
    if (!rowWaiting) {
      return List.of();
    }
    List<Object[]> rows = new ArrayList<>(FEW);
    statement.pointer.<SQLException>safeRunConsume((database, pointer) -> {
      int width = database.column_count(pointer);
      int code = Codes.SQLITE_ROW;
      while (code == Codes.SQLITE_ROW && rows.size() < limit) {
        rows.add(row(database, pointer, width));
        code = database.step(pointer);
      }
      rowWaiting = code != Codes.SQLITE_DONE;
      if (code != Codes.SQLITE_ROW && code != Codes.SQLITE_DONE) {
        try {
          database.throwex(code);
        } catch (SQLException e) {
          if (rows.size() < limit) {
            throw e;
          }
          waitingError = e;
        }
      }
    });
    return rows;
  }

  /** Runs to the end. */
  StatementResult run(Object[] values) throws SQLException {
    boolean mustBeReset = true;
    try {
      start(values);
      mustBeReset = rowWaiting;
      RowDesc columns = columns();
      List<Object[]> rows = read(Integer.MAX_VALUE);
      int changes = changesRows ? (int) db.changes() : 0;
      return new StatementResult(columns, rows, changes, null, false, effect.needsGate());
    } finally {
      if (mustBeReset) {
        reset();
      }
    }
  }

  void reset() throws SQLException {
    rowWaiting = false;
    waitingError = null;
    if (isUsable()) {
      statement.pointer.safeRunInt(DB::reset);
    }
  }

  /** Asked for after the first step, because that is when SQLite recompiles after a change of the schema. */
  RowDesc columns() throws SQLException {
    if (!isUsable() || changesRows && columnCount == 0) {
      return columns; // without RETURNING it has none, whatever the schema
    }
    int count = statement.pointer.safeRunInt(DB::column_count);
    if (count != columnCount) {
      columns = count == 0
          ? null : statement.pointer.<Columns, SQLException>safeRun((d, pointer) -> Columns.of(d, pointer, count));
      columnCount = count;
    }
    return columns;
  }

  @Override
  public void close() throws SQLException {
    if (!connection.isClosed() && isUsable()) {
      statement.pointer.close();
    }
  }

  private static Object[] row(DB db, long pointer, int width) throws SQLException {
    Object[] row = new Object[width];
    for (int i = 0; i < width; i++) {
      row[i] = switch (db.column_type(pointer, i)) {
        case Codes.SQLITE_INTEGER -> db.column_long(pointer, i);
        case Codes.SQLITE_FLOAT -> db.column_double(pointer, i);
        case Codes.SQLITE_TEXT -> db.column_text(pointer, i);
        case Codes.SQLITE_BLOB -> blob(db.column_blob(pointer, i));
        default -> null;
      };
    }
    return row;
  }

  private static Buffer blob(byte[] bytes) {
    return bytes == null ? Buffer.buffer() : Buffer.buffer(bytes);
  }
}
