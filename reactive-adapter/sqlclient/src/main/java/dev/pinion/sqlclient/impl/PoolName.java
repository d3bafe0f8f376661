package dev.pinion.sqlclient.impl;

import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;

/** What messages call a pool: by its name if it has one, and by its database if it has only one. */
public record PoolName(String text) {

  /**
   * The name of a pool.
   *
   * @param options of the pool
   * @param database the only one, or null
   * @return the name
   */
  public static PoolName of(PoolOptions options, SqlConnectOptions database) {
    String name = PoolOptions.DEFAULT_NAME.equals(options.getName()) ? "" : " " + options.getName();
    return new PoolName("The pool" + name + (database == null ? "" : " on " + database.getDatabase()));
  }

  IllegalStateException closedError() {
    return new IllegalStateException(text + " is closed; build a new one to go on");
  }

  @Override
  public String toString() {
    return text;
  }
}
