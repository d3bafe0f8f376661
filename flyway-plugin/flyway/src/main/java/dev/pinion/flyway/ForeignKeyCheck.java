package dev.pinion.flyway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Fails a migration that leaves rows whose parent does not exist, before it is committed
 * (pragma.html#pragma_foreign_key_check). It stands in for the enforcement that is off during a migration.
 */
final class ForeignKeyCheck implements Callback {

  private static final int SHOWN = 5;

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    String script = context.getMigrationInfo().getScript();
    long orphans = 0;
    List<String> shown = new ArrayList<>();
    try (Statement statement = context.getConnection().createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
      while (rows.next()) {
        if (++orphans <= SHOWN) {
          shown.add(describe(rows));
        }
      }
    } catch (SQLException e) {
      throw new FlywayException("the foreign keys could not be checked after " + script + ": " + e.getMessage()
          + ". A foreign key must reference a primary key or unique columns", e);
    }
    if (orphans > 0) {
      throw new FlywayException(script + " leaves " + orphans + (orphans == 1 ? " row" : " rows")
          + " whose foreign key has no parent: " + String.join(", ", shown)
          + (orphans > SHOWN ? " and " + (orphans - SHOWN) + " more" : "")
          + ". Delete or mend them in the script; unless it runs outside a transaction, it was rolled back");
    }
  }

  /** Flyway runs callbacks in the order of their names; this one comes after the user's, whose changes it checks. */
  @Override
  public String getCallbackName() {
    return "~pinion foreign key check";
  }

  private static String describe(ResultSet row) throws SQLException {
    String rowid = row.getString("rowid");
    return "table " + row.getString("table") + (rowid == null ? " (WITHOUT ROWID)" : " rowid " + rowid)
        + " -> parent " + row.getString("parent");
  }
}
