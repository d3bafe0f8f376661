/**
 * The Vert.x SQL client for SQLite: what an application names. Start at {@link dev.pinion.sqlclient.SqliteBuilder}.
 *
 * <h2>What can be observed</h2>
 *
 * <p>Metrics and tracing are those of Vert.x: each query of any kind is a request of the {@code ClientMetrics} of type
 * {@code sql}, whose address is the path of the file, and a span of the tracer with its SQL, the system {@code sqlite}
 * and the path; a cursor is one for each reading. A pool tells {@code PoolMetrics} who waits and what is in use.
 *
 * <p>The logs are SLF4J's, and never hold the values of parameters:
 * <ul>
 * <li>{@code dev.pinion.sqlclient.connection}: warns of transactions that were left open or open too long and are
 *     rolled back, and of connections that cannot be reset or closed; at debug, of each attempt to open a file that
 *     failed and is made again, of an optimization left out, and of functions in Java that failed.
 * <li>{@code dev.pinion.sqlclient.pool}: warns of each new connection that the connect handler did not close in time.
 * <li>{@code dev.pinion.sqlclient.slow}: warns of each statement that took longer than
 *     {@link dev.pinion.sqlclient.SqliteConnectOptions#getSlowStatementThreshold()}, with its SQL and its plan.
 * <li>{@code dev.pinion.sqlclient.sync}: the error that ended the syncs of a write-ahead log, after which nothing is
 *     acknowledged any more; warns of a log that was not closed.
 * <li>{@code dev.pinion.sqlclient.worker}: errors thrown by an application's own callbacks; at debug, results that
 *     nobody can receive because their event loop is gone.
 * </ul>
 */
package dev.pinion.sqlclient;
