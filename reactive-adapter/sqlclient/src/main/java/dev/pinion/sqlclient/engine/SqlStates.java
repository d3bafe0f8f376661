package dev.pinion.sqlclient.engine;

import static java.util.Map.entry;

import java.util.Map;
import java.util.regex.Pattern;
import org.sqlite.SQLiteErrorCode;

/** The SQLStates of SQLite's errors; the table in {@code SqliteException}'s Javadoc says the same in words. */
final class SqlStates {

  /** A transaction that is over although its user has not ended it, and that would fail again. */
  static final String LOST = "40000";
  static final String TRY_AGAIN = "40001";
  static final String INVALID_CURSOR = "24000";
  static final String CONNECTION_LOST = "08006";

  private static final Map<SQLiteErrorCode, String> EXTENDED = Map.of(
      SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT, TRY_AGAIN,
      SQLiteErrorCode.SQLITE_ERROR_RETRY, TRY_AGAIN,
      SQLiteErrorCode.SQLITE_ERROR_SNAPSHOT, TRY_AGAIN,
      SQLiteErrorCode.SQLITE_ERROR_MISSING_COLLSEQ, "42704",
      SQLiteErrorCode.SQLITE_ABORT_ROLLBACK, LOST,
      SQLiteErrorCode.SQLITE_IOERR_NOMEM, "53200",
      SQLiteErrorCode.SQLITE_READONLY_DBMOVED, "58P01",
      SQLiteErrorCode.SQLITE_CORRUPT_INDEX, "XX002");

  private static final Map<SQLiteErrorCode, String> PRIMARY = Map.ofEntries(
      entry(SQLiteErrorCode.SQLITE_BUSY, "55P03"),
      entry(SQLiteErrorCode.SQLITE_LOCKED, "55P03"),
      entry(SQLiteErrorCode.SQLITE_PROTOCOL, "55P03"),
      entry(SQLiteErrorCode.SQLITE_SCHEMA, TRY_AGAIN),
      entry(SQLiteErrorCode.SQLITE_INTERRUPT, "57014"),
      entry(SQLiteErrorCode.SQLITE_ABORT, "57014"),
      entry(SQLiteErrorCode.SQLITE_FULL, "53100"),
      entry(SQLiteErrorCode.SQLITE_NOMEM, "53200"),
      entry(SQLiteErrorCode.SQLITE_READONLY, "25006"),
      entry(SQLiteErrorCode.SQLITE_PERM, "42501"),
      entry(SQLiteErrorCode.SQLITE_AUTH, "42501"),
      entry(SQLiteErrorCode.SQLITE_CANTOPEN, "08001"),
      entry(SQLiteErrorCode.SQLITE_NOTADB, "08001"),
      entry(SQLiteErrorCode.SQLITE_MISUSE, "08003"),
      entry(SQLiteErrorCode.SQLITE_IOERR, "58030"),
      entry(SQLiteErrorCode.SQLITE_NOLFS, "58030"),
      entry(SQLiteErrorCode.SQLITE_CORRUPT, "XX001"),
      entry(SQLiteErrorCode.SQLITE_TOOBIG, "54000"),
      entry(SQLiteErrorCode.SQLITE_MISMATCH, "22000"),
      entry(SQLiteErrorCode.SQLITE_RANGE, "07009"),
      entry(SQLiteErrorCode.SQLITE_INTERNAL, "XX000"));

  /** What stands behind the general SQLITE_ERROR, by SQLite's text; the first that fits, names cannot mislead it. */
  private record General(Pattern text, String state) {

    /** SQLite puts {@code error in view v: } in front of what it finds there. */
    General(String text, String state) {
      this(Pattern.compile("(?s)^(?:error in \\w+ .*?: )?" + text), state);
    }
  }

  private static final General[] GENERAL = {
      new General("no such (?:table|view): ", "42P01"),
      new General("no such column: ", "42703"),
      new General("table .* has no column named ", "42703"),
      new General("cannot join using column ", "42703"),
      new General("no such function: ", "42883"),
      new General("wrong number of arguments to function ", "42883"),
      new General("no such (?:index|trigger|module|collation sequence|tokenizer)", "42704"),
      new General("no such savepoint: ", "3B001"),
      new General("(?:no such database: |unknown database )", "3F000"),
      new General("(?:table|view|index) .* already exists$", "42P07"),
      new General("there is already (?:a table|an index|another table or index)", "42P07"),
      new General("trigger .* already exists$", "42710"),
      new General("database .* is already in use$", "42P06"),
      new General("duplicate column name: ", "42701"),
      new General("ambiguous column name: ", "42702"),
      new General("misuse of (?:aliased )?aggregate", "42803"),
      new General("aggregate functions are not allowed", "42803"),
      new General("misuse of (?:aliased )?window function", "42P20"),
      new General("\\d+(?:st|nd|rd|th) (?:ORDER|GROUP) BY term ", "42P10"),
      new General("table .* has more than one primary key$", "42P16"),
      new General("cannot modify .* because it is a view$", "42809"),
      new General("cannot (?:INSERT into|UPDATE) generated column ", "428C9"),
      new General("foreign key mismatch ", "42830"),
      new General("object name reserved for internal use: ", "42939"),
      new General("(?:not authorized|access to .* is prohibited$|unsafe use of |table .* may not be )", "42501"),
      new General("integer overflow$", "22003"),
      new General("ESCAPE expression must be a single character", "22019"),
      new General("malformed JSON", "22032"),
      new General("(?:bad JSON path|fts5: |malformed MATCH |unterminated string)", "22000"),
      new General("(?:cannot |Safety level |temporary storage ).*(?:inside|within) a transaction$", "25001"),
      new General("cannot (?:commit|rollback) - no transaction is active$", "25P01"),
      new General("cannot .* - SQL statements in progress$", "55006"),
      new General("database .* is locked$", "55006"),
      new General("(?:too many |at most |Expression tree is too large|parser stack overflow|variable number must be)",
          "54000"),
      new General("(?:near \".*\": syntax error$|incomplete input$|unrecognized token: )", "42601"),
      new General("\\d+ values for \\d+ columns$", "42601"),
      new General("table .* has \\d+ columns but \\d+ values were supplied$", "42601"),
      new General("all VALUES must have the same number of terms$", "42601"),
      new General("(?:SELECTs to the left and right of |sub-select returns |row value misused$)", "42601"),
  };

  private SqlStates() {
  }

  static String of(SQLiteErrorCode code, String text) {
    String extended = EXTENDED.get(code);
    if (extended != null) {
      return extended;
    }
    SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(code.code & 0xFF);
    return primary == SQLiteErrorCode.SQLITE_ERROR ? general(text) : PRIMARY.getOrDefault(primary, "HY000");
  }

  private static String general(String text) {
    for (General general : GENERAL) {
      if (general.text().matcher(text).find()) {
        return general.state();
      }
    }
    return "42000";
  }
}
