package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqliteClient;
import dev.pinion.sqlclient.engine.StatementResult;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.impl.QueryResultHandler;
import io.vertx.sqlclient.impl.RowDesc;
import io.vertx.sqlclient.impl.command.QueryCommandBase;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collector;

/** Hands results to the collector of the command, on the caller's context: a collector is the caller's code. */
final class ResultRows {

  private ResultRows() {
  }

  static <T> void deliver(List<StatementResult> results, QueryCommandBase<T> command) {
    for (StatementResult result : results) {
      deliver(result, command);
    }
  }

  static <T> void deliver(StatementResult result, QueryCommandBase<T> command) {
    QueryResultHandler<T> handler = command.resultHandler();
    int size = result.rows().size();
    int rowCount = result.columns() == null || result.changes() > 0 ? result.changes() : size;
    T collected = null;
    Throwable failure = null;
    try {
      collected = collect(result, command.collector());
    } catch (Exception e) {
      failure = e;
    }
    handler.handleResult(rowCount, size, result.columns(), collected, failure);
    if (failure == null && result.lastInsertId() != null) {
      handler.addProperty(SqliteClient.LAST_INSERTED_ID, result.lastInsertId());
    }
  }

  private static <A, T> T collect(StatementResult result, Collector<Row, A, T> collector) {
    A container = collector.supplier().get();
    BiConsumer<A, Row> accumulator = collector.accumulator();
    RowDesc columns = result.columns();
    SqliteRow spare = null;
    for (Object[] values : result.rows()) {
      SqliteRow row = spare == null ? new SqliteRow(columns, values.length) : spare;
      accumulator.accept(container, row.fill(values));
      spare = row.tryRecycle() ? row : null;
    }
    return collector.finisher().apply(container);
  }
}
