package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.engine.Command;
import dev.pinion.sqlclient.engine.CommandTarget;
import dev.pinion.sqlclient.engine.StatementResult;
import io.vertx.core.Future;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.impl.TupleInternal;
import io.vertx.sqlclient.impl.command.ExtendedQueryCommand;
import io.vertx.sqlclient.impl.command.QueryCommandBase;
import io.vertx.sqlclient.impl.command.SimpleQueryCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The queries of Vert.x as commands of the engine, and their results back. */
final class Queries {

  private static final Object[] NONE = new Object[0];

  private Queries() {
  }

  /** Runs whatever a text consists of. */
  static Future<Boolean> script(CommandTarget target, ContextInternal ctx, SimpleQueryCommand<?> query) {
    return target.submit(ctx, new Command.Script(query.sql())).map(results -> delivered(results, query));
  }

  /**
   * Runs one statement, or a batch of it, to its end.
   *
   * @param statement the query's only one
   * @param seen told of the result before the query is
   */
  static Future<Boolean> statement(CommandTarget target, ContextInternal ctx, QueryCommandBase<?> query,
      String statement, Consumer<StatementResult> seen) {
    ExtendedQueryCommand<?> extended = query instanceof ExtendedQueryCommand<?> e ? e : null;
    if (extended != null && extended.isBatch()) {
      return batch(target, ctx, extended).map(results -> {
        seen.accept(results.get(0));
        return delivered(results, query);
      });
    }
    Object[] parameters = extended == null ? NONE : Parameters.of(extended.params());
    return target.submit(ctx, new Command.Query(statement, parameters)).map(result -> {
      seen.accept(result);
      ResultRows.deliver(result, query);
      return false;
    });
  }

  /** Runs one statement, a batch of it, or a part of it by a cursor. */
  static Future<Boolean> extended(CommandTarget target, ContextInternal ctx, ExtendedQueryCommand<?> query) {
    if (query.isBatch()) {
      return batch(target, ctx, query).map(results -> delivered(results, query));
    }
    Object[] parameters = Parameters.of(query.params());
    Command<StatementResult> command = query.cursorId() == null
        ? new Command.Query(query.sql(), parameters)
        : new Command.Fetch(query.cursorId(), query.sql(), parameters, query.fetch(), query.isSuspended());
    return target.submit(ctx, command).map(result -> {
      ResultRows.deliver(result, query);
      return result.more();
    });
  }

  private static Future<List<StatementResult>> batch(
      CommandTarget target, ContextInternal ctx, ExtendedQueryCommand<?> query) {
    List<Object[]> rows = new ArrayList<>(query.paramsList().size());
    for (TupleInternal tuple : query.paramsList()) {
      rows.add(Parameters.of(tuple));
    }
    return target.submit(ctx, new Command.Batch(query.sql(), rows));
  }

  private static boolean delivered(List<StatementResult> results, QueryCommandBase<?> query) {
    ResultRows.deliver(results, query);
    return false;
  }
}
