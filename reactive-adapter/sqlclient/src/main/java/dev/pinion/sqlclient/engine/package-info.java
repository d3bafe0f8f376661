/**
 * The engine: worker threads that own SQLite connections, and the one gate that the writers of a file pass. Only the
 * driver may call it, through {@link dev.pinion.sqlclient.engine.Worker} and
 * {@link dev.pinion.sqlclient.engine.Command}.
 */
package dev.pinion.sqlclient.engine;
