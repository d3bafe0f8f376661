package dev.pinion.sqlclient;

import java.util.List;

/**
 * The constraint that a statement violated, as far as SQLite tells.
 *
 * <p>SQLite tells it in the text of the error only, and never with the name of the schema. Where a name contains a dot,
 * table and column are told apart by how the statement quotes the table; a statement that does not name the table, such
 * as one whose trigger failed, leaves the first dot to separate them.
 *
 * @param kind what kind of constraint
 * @param table the table, or null where SQLite does not tell it: for foreign keys, checks, triggers, and indexes on
 *     expressions
 * @param columns the columns in the order of the constraint, empty where SQLite does not tell them
 * @param name the name of a check, or its expression if it has no name; the name of an index on expressions; else null
 */
public record SqliteConstraint(Kind kind, String table, List<String> columns, String name) {

  /** The kinds of constraints, each with its SQLState. */
  public enum Kind {

    /** {@code NOT NULL}, with table and column. */
    NOT_NULL("23502"),

    /** A foreign key; SQLite tells neither the table nor the columns (foreignkeys.html, section 4.2). */
    FOREIGN_KEY("23503"),

    /** A unique constraint or index, or the rowid; with table and columns, or with the name of an expression index. */
    UNIQUE("23505"),

    /** A primary key, with table and columns. */
    PRIMARY_KEY("23505"),

    /** A check, with its name or expression. */
    CHECK("23514"),

    /** A {@code RAISE} in a trigger; the message is the trigger's (lang_createtrigger.html, section 5). */
    TRIGGER("23000"),

    /** A value of a type that a column of a {@code STRICT} table does not take (stricttables.html). */
    DATATYPE("22000"),

    /** What a virtual table, a function or a commit hook refused. */
    OTHER("23000");

    private final String sqlState;

    Kind(String sqlState) {
      this.sqlState = sqlState;
    }

    /**
     * The SQLState of its violation.
     *
     * @return five characters
     */
    public String sqlState() {
      return sqlState;
    }
  }

  /**
   * A violated constraint.
   *
   * @param kind what kind of constraint
   * @param table the table or null
   * @param columns the columns, copied; perhaps none
   * @param name the name or null
   */
  public SqliteConstraint {
    columns = List.copyOf(columns);
  }
}
