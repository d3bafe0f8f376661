package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteFunction;
import dev.pinion.sqlclient.SqliteFunction.Trait;
import io.vertx.core.buffer.Buffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.core.Codes;

/** A {@link SqliteFunction} as sqlite-jdbc calls it; owned by the worker thread of its connection. */
final class FunctionAdapter extends Function {

  private static final Logger log = LoggerFactory.getLogger("dev.pinion.sqlclient.connection");

  /** Bits of sqlite3_create_function that sqlite-jdbc passes on (c3ref/c_deterministic.html). */
  private static final int DIRECT_ONLY = 0x80000;
  private static final int INNOCUOUS = 0x200000;

  private final SqliteFunction function;

  private FunctionAdapter(SqliteFunction function) {
    this.function = function;
  }

  /** Registers a function, or replaces that of the same name and number of arguments. */
  static void register(SQLiteConnection connection, Command.CreateFunction function) {
    try {
      Function.create(connection, function.name(), new FunctionAdapter(function.function()), function.arguments(),
          flags(function.traits()));
    } catch (SQLException e) {
      throw Errors.of(SQLiteErrorCode.SQLITE_BUSY, "The function " + function.name() + " was not created ("
          + e.getMessage() + "): SQLite replaces no function while a statement of the connection runs; close its "
          + "cursors first", null);
    }
  }

  private static int flags(Set<Trait> traits) {
    int flags = 0;
    for (Trait trait : traits) {
      flags |= switch (trait) {
        case DETERMINISTIC -> FLAG_DETERMINISTIC;
        case INNOCUOUS -> INNOCUOUS;
        case DIRECT_ONLY -> DIRECT_ONLY;
      };
    }
    return flags;
  }

  @Override
  protected void xFunc() throws SQLException {
    try {
      give(function.call(arguments()));
    } catch (Throwable e) {
      log.debug("A function failed, and with it the statement that called it", e);
      error(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  private List<Object> arguments() throws SQLException {
    List<Object> values = new ArrayList<>(args());
    for (int i = 0; i < args(); i++) {
      values.add(switch (value_type(i)) {
        case Codes.SQLITE_INTEGER -> value_long(i);
        case Codes.SQLITE_FLOAT -> value_double(i);
        case Codes.SQLITE_TEXT -> value_text(i);
        case Codes.SQLITE_BLOB -> blob(value_blob(i));
        default -> null;
      });
    }
    return values;
  }

  private static Buffer blob(byte[] bytes) {
    return bytes == null ? Buffer.buffer() : Buffer.buffer(bytes);
  }

  private void give(Object value) throws SQLException {
    if (value == null) {
      result();
    } else if (value instanceof Long number) {
      result((long) number);
    } else if (value instanceof Double number) {
      result((double) number);
    } else if (value instanceof byte[] bytes) {
      result(bytes);
    } else {
      result((String) value);
    }
  }
}
