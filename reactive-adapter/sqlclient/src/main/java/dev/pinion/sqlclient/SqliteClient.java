package dev.pinion.sqlclient;

import io.vertx.sqlclient.PropertyKind;

/**
 * The properties that results of SQLite carry beyond rows and counts.
 */
public interface SqliteClient {

  /**
   * The rowid of the last row that an {@code INSERT} inserted (c3ref/last_insert_rowid.html), which is the value of an
   * {@code INTEGER PRIMARY KEY}. Absent if the statement changed no row. After an upsert that updated a row it is
   * that of the insert before, which SQLite does not tell apart; use {@code RETURNING} there.
   */
  PropertyKind<Long> LAST_INSERTED_ID = PropertyKind.create("last-inserted-id", Long.class);
}
