package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.impl.SingletonSupplier;
import io.vertx.sqlclient.impl.Utils;
import java.util.List;
import java.util.function.Supplier;

/** What a pool is told to open: one database, several in turn, or what a supplier says for each connection. */
public final class Databases {

  private Databases() {
  }

  /**
   * One database, or several in turn.
   *
   * @param databases the options, which are copied
   * @return gives the next to open
   * @throws IllegalArgumentException if there is none, or one that is not for SQLite
   */
  public static Supplier<Future<SqlConnectOptions>> of(List<? extends SqlConnectOptions> databases) {
    if (databases.isEmpty()) {
      throw new IllegalArgumentException("The list of databases to connect to is empty");
    }
    List<SqlConnectOptions> copies = databases.stream().<SqlConnectOptions>map(Databases::checked).toList();
    return copies.size() == 1 ? SingletonSupplier.wrap(copies.get(0)) : Utils.roundRobinSupplier(copies);
  }

  /**
   * The database of a pool that has only one.
   *
   * @param databases what a pool was told to open
   * @return a copy of its options, or null if it may be told to open several
   */
  public static SqliteConnectOptions single(Supplier<?> databases) {
    return databases instanceof SingletonSupplier<?> one ? checked((SqlConnectOptions) one.unwrap()) : null;
  }

  /** A copy as SQLite's options; those of another database would name a file that nobody meant. */
  static SqliteConnectOptions checked(SqlConnectOptions options) {
    if (options == null) {
      throw new IllegalArgumentException("The options of the database to connect to are null");
    }
    if (!accepts(options)) {
      throw new IllegalArgumentException("Options of the class " + options.getClass().getName()
          + " are not for SQLite; use SqliteConnectOptions");
    }
    return new SqliteConnectOptions(options);
  }

  /**
   * Whether options can be meant for SQLite.
   *
   * @param options any options
   * @return true for this driver's and for those of no driver
   */
  public static boolean accepts(SqlConnectOptions options) {
    return options instanceof SqliteConnectOptions || SqlConnectOptions.class.equals(options.getClass());
  }
}
