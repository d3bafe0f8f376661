package dev.pinion.sqlclient.engine;

import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** {@code last_insert_rowid()} of a connection, which JDBC reaches by a statement only; owned by one worker thread. */
final class LastRowId {

  private final JDBC4PreparedStatement statement;

  LastRowId(SQLiteConnection connection) throws SQLException {
    statement = (JDBC4PreparedStatement) connection.prepareStatement("SELECT last_insert_rowid()");
  }

  long get() throws SQLException {
    return statement.pointer.<Long, SQLException>safeRun((db, pointer) -> {
      db.step(pointer);
      long id = db.column_long(pointer, 0);
      db.reset(pointer);
      return id;
    });
  }
}
