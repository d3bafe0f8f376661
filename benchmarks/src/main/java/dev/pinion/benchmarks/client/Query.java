package dev.pinion.benchmarks.client;

import io.vertx.sqlclient.Row;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The queries, with how their rows are read. */
public enum Query {

  /** One row by its primary key; the parameter is the key. */
  POINT("select id, name, amount from item where id = ?") {
    @Override
    void read(ResultSet row) throws SQLException {
      readItem(row);
    }

    @Override
    void read(Row row) {
      readItem(row);
    }
  },

  /** The first rows of a table; the parameter is how many. */
  ROWS("select id, name, amount from item order by id limit ?") {
    @Override
    void read(ResultSet row) throws SQLException {
      readItem(row);
    }

    @Override
    void read(Row row) {
      readItem(row);
    }
  },

  /** A scan of 100 rows for one, as rapsqlite measures; the parameter is the value sought. */
  SCAN("select * from small where value = ?") {
    @Override
    void read(ResultSet row) throws SQLException {
      row.getInt(1);
      row.getInt(2);
    }

    @Override
    void read(Row row) {
      row.getInteger(0);
      row.getInteger(1);
    }
  };

  private final String sql;

  Query(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }

  abstract void read(ResultSet row) throws SQLException;

  abstract void read(Row row);

  private static void readItem(ResultSet row) throws SQLException {
    row.getInt(1);
    row.getString(2);
    row.getDouble(3);
  }

  private static void readItem(Row row) {
    row.getInteger(0);
    row.getString(1);
    row.getDouble(2);
  }
}
