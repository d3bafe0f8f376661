/**
 * The Vert.x SQL client for SQLite: what an application names. Start at {@link dev.pinion.sqlclient.SqliteBuilder}.
 */
package dev.pinion.sqlclient;
