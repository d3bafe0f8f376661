package dev.pinion.sqlclient.engine;

import io.vertx.sqlclient.impl.RowDesc;
import java.util.List;

/**
 * What one run of a statement gave; immutable by agreement, it crosses from the worker to an event loop.
 *
 * @param columns the columns, or null if the statement returns no rows
 * @param rows the rows, each an array of Long, Double, String, Buffer or null
 * @param changes how many rows it inserted, updated or deleted
 * @param lastInsertId the rowid of the last inserted row, or null if the statement inserted none
 * @param more whether the cursor has further rows
 * @param writes whether the statement needs the file's write lock, by SQLite's own verdict
 */
public record StatementResult(
    RowDesc columns, List<Object[]> rows, int changes, Long lastInsertId, boolean more, boolean writes) {

  StatementResult withLastInsertId(long id) {
    return new StatementResult(columns, rows, changes, id, more, writes);
  }
}
