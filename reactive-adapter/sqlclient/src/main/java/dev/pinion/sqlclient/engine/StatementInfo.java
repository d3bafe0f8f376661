package dev.pinion.sqlclient.engine;

import io.vertx.sqlclient.impl.RowDesc;

/**
 * What is known of a compiled statement.
 *
 * @param parameters how many parameters it takes
 * @param columns its columns, or null if it returns no rows
 */
public record StatementInfo(int parameters, RowDesc columns) {
}
