package dev.pinion.storage.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a statement does, by SQLite's own verdict: the program that {@code EXPLAIN} shows (opcode.html).
 *
 * @param writes whether it changes rows or pages, be it those of temporary tables
 * @param needsGate whether it needs the file's write lock
 * @param endsOrBegins whether it begins or ends a transaction or a savepoint
 * @param changesSchema whether it changes the schema
 * @param changesTempSchema whether it changes the schema of temporary tables
 * @param inserts whether it inserts rows that have a rowid
 * @param isSettledByCommit whether only the COMMIT after it tells how it ended, as with a deferred foreign key, or
 *     whether it cannot run in a transaction
 */
public record Effect(boolean writes, boolean needsGate, boolean endsOrBegins, boolean changesSchema,
    boolean changesTempSchema, boolean inserts, boolean isSettledByCommit) {

  /** The verdict on what SQLite cannot explain: it may do anything. */
  public static final Effect UNKNOWN = new Effect(true, true, true, true, true, false, true);
  private static final Effect READS = new Effect(false, false, false, false, false, false, false);

  /** The database number of {@code temp} in P1 of the Transaction opcode; writing there hinders nobody. */
  private static final int TEMP = 1;
  private static final int SCHEMA_COOKIE = 1;
  /** The counter in P1 of the FkCounter opcode that is looked at by COMMIT. */
  private static final int DEFERRED = 1;

  /**
   * Whether it comes out the same in a transaction with others like it as in one of its own.
   *
   * @return false for what reads only, changes the schema, or is settled by its own COMMIT
   */
  public boolean mayShareCommit() {
    return writes && needsGate && !endsOrBegins && !changesSchema && !changesTempSchema && !isSettledByCommit;
  }

  /**
   * What a single statement would do.
   *
   * @param explainer a statement of the connection that is to run it; it is used, and not closed
   * @param sql the statement
   * @return the verdict
   * @throws SQLException if SQLite cannot compile it
   */
  public static Effect of(Statement explainer, String sql) throws SQLException {
    String firstWord = SqlText.firstWord(sql);
    if (firstWord.equals("EXPLAIN")) {
      return READS;
    }
    boolean writes = false;
    boolean needsGate = false;
    boolean endsOrBegins = false;
    boolean changesSchema = false;
    boolean changesTempSchema = false;
    boolean inserts = false;
    boolean isSettledByCommit = false;
    boolean any = false;
    try (ResultSet program = explainer.executeQuery("EXPLAIN " + sql)) {
      while (program.next()) {
        any = true;
        int p1 = program.getInt(3);
        int p2 = program.getInt(4);
        switch (program.getString(2)) {
          case "Transaction" -> {
            writes |= p2 > 0;
            needsGate |= p2 > 0 && p1 != TEMP;
          }
          case "JournalMode", "Vacuum", "IncrVacuum", "Checkpoint" -> {
            needsGate = true;
            isSettledByCommit = true;
          }
          case "FkCounter" -> isSettledByCommit |= p1 == DEFERRED && p2 > 0;
          case "AutoCommit", "Savepoint" -> endsOrBegins = true;
          case "SetCookie" -> {
            changesSchema |= p2 == SCHEMA_COOKIE;
            changesTempSchema |= p1 == TEMP;
          }
          case "Insert" -> inserts = true;
          default -> { }
        }
      }
    }
    if (!any) {
      return UNKNOWN;
    }
    boolean insertsRows = inserts && writes && !firstWord.equals("UPDATE") && !firstWord.equals("DELETE");
    return new Effect(
        writes, needsGate, endsOrBegins, changesSchema, changesTempSchema, insertsRows, isSettledByCommit);
  }
}
