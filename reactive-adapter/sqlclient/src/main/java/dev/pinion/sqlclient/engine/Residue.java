package dev.pinion.sqlclient.engine;

import dev.pinion.storage.gate.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sqlite.SQLiteConnection;

/**
 * What the user of a connection would leave behind for the next one: temporary tables, which can be dropped, and
 * pragmas, attached databases and functions, after which the connection is not used again. Owned by one worker thread.
 */
final class Residue {

  private static final Set<String> ATTACHING = Set.of("ATTACH", "DETACH");

  private final SQLiteConnection connection;
  private Set<String> accepted = Set.of();
  private boolean tempSchemaChanged;
  private boolean tainted;

  Residue(SQLiteConnection connection) {
    this.connection = connection;
  }

  /** Takes note of a statement; many pragmas take effect when they are compiled (pragma.html, introduction). */
  void compiled(String sql, Pragma pragma) {
    tainted |= pragma != null ? pragma.changesConnection() : ATTACHING.contains(SqlText.firstWord(sql));
  }

  void tempSchemaChanged() {
    tempSchemaChanged = true;
  }

  void taint() {
    tainted = true;
  }

  boolean isTainted() {
    return tainted;
  }

  boolean mustBeCleaned() {
    return tempSchemaChanged;
  }

  /** Whatever there is now belongs to the connection itself. */
  void accept() throws SQLException {
    tainted = false;
    if (tempSchemaChanged) {
      tempSchemaChanged = false;
      accepted = Set.copyOf(tempObjects().keySet());
    }
  }

  /** Drops what has been created since; outside of any transaction and without open cursors. */
  void clean() throws SQLException {
    if (!tempSchemaChanged || tainted) {
      return;
    }
    Map<String, String> objects = tempObjects();
    tainted = !objects.keySet().containsAll(accepted);
    objects.keySet().removeAll(accepted);
    try (Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> object : objects.entrySet()) {
        statement.execute("DROP " + object.getValue() + " IF EXISTS temp." + quoted(object.getKey()));
      }
    }
    tempSchemaChanged = false;
  }

  /** The kind of each temporary object by its name; triggers first, since they may stand on tables of the file. */
  private Map<String, String> tempObjects() throws SQLException {
    Map<String, String> objects = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name, type FROM temp.sqlite_schema "
            + "WHERE type <> 'index' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'trigger' DESC")) {
      while (rows.next()) {
        objects.put(rows.getString(1), rows.getString(2));
      }
    }
    return objects;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
