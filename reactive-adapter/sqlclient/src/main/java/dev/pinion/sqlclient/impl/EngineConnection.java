package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.sqlclient.engine.Command;
import dev.pinion.sqlclient.engine.SharedMailbox;
import dev.pinion.sqlclient.engine.Worker;
import dev.pinion.sqlclient.engine.WorkerSeat;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.sqlclient.impl.Connection;
import io.vertx.sqlclient.impl.command.CloseCursorCommand;
import io.vertx.sqlclient.impl.command.CloseStatementCommand;
import io.vertx.sqlclient.impl.command.CommandBase;
import io.vertx.sqlclient.impl.command.CompositeCommand;
import io.vertx.sqlclient.impl.command.ExtendedQueryCommand;
import io.vertx.sqlclient.impl.command.PrepareStatementCommand;
import io.vertx.sqlclient.impl.command.QueryCommandBase;
import io.vertx.sqlclient.impl.command.SimpleQueryCommand;
import io.vertx.sqlclient.impl.command.TxCommand;
import io.vertx.sqlclient.impl.pool.SqlConnectionPool.PooledConnection;
import io.vertx.sqlclient.impl.tracing.QueryReporter;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Translates the commands of Vert.x into those of the engine, and their outcomes back. */
final class EngineConnection implements Connection {

  private final ContextInternal context;
  private final Worker worker;
  private final SqliteConnectOptions options;
  private final ClientMetrics<?, ?, ?, ?> metrics;
  private final DatabaseMetadata metadata;
  private final Promise<Void> closed;
  private final long openedAt = System.nanoTime();
  private volatile Holder holder;
  private boolean beginsReadOnly;
  private volatile Runnable presentUser;

  EngineConnection(
      ContextInternal context, Worker worker, SqliteConnectOptions options, ClientMetrics<?, ?, ?, ?> metrics) {
    this.context = context;
    this.worker = worker;
    this.options = options;
    this.metrics = metrics;
    this.metadata = new SqliteMetadata(worker.sqliteVersion());
    this.closed = context.promise();
    worker.closed().onComplete(done -> ended());
  }

  static SocketAddress address(SqliteConnectOptions options) {
    return SocketAddress.domainSocketAddress(options.getPath());
  }

  /** The transaction that the caller is about to begin is to read only; no command of Vert.x can say so. */
  void readOnlyNext() {
    beginsReadOnly = true;
  }

  /** Stops what runs now. */
  void interrupt() {
    worker.interrupt();
  }

  /** Does what no command of Vert.x asks for. */
  <T> Future<T> submit(ContextInternal ctx, Command<T> command) {
    return worker.submit(ctx, command);
  }

  /** Before its first user: what the connect handler has set up stays when a user is gone, save a transaction. */
  Future<Void> accept() {
    worker.submit(context, new Command.Rollback());
    return worker.submit(context, new Command.Accept());
  }

  /** Has its worker take from a shared mailbox, too. */
  WorkerSeat seat(SharedMailbox mailbox) {
    return mailbox.seat(worker);
  }

  /** Does something on the connection's own context, where nothing waits. */
  void execute(Runnable action) {
    context.execute(action);
  }

  /** Names who is to be told when its present user gives it back. */
  void lentTo(Runnable user) {
    presentUser = user;
  }

  /** Its user is done with it. */
  void givenBack() {
    Runnable user = presentUser;
    presentUser = null;
    if (user != null) {
      user.run();
    }
  }

  /** Makes the connection fit for its next user, which costs nothing if it is; if that cannot be, it is closed. */
  Future<Void> recycle() {
    if (!worker.needsReset()) {
      return worker.isTainted() ? close() : Future.succeededFuture();
    }
    return worker.submit(context, new Command.Reset())
        .transform(done -> done.failed() || worker.isTainted() ? close() : Future.succeededFuture());
  }

  @Override
  public <R> Future<R> schedule(ContextInternal ctx, CommandBase<R> command) {
    return holder instanceof PooledConnection ? run(ctx, command) : report(ctx, command);
  }

  /** A connection of a pool reports its queries itself; one outside of it, or a member of a group, does not. */
  private <R> Future<R> report(ContextInternal ctx, CommandBase<R> command) {
    return command instanceof QueryCommandBase<?> query
        ? report(ctx, query, () -> run(ctx, command)) : run(ctx, command);
  }

  /** Tells tracing and metrics of a query. */
  <R> Future<R> report(ContextInternal ctx, QueryCommandBase<?> query, Supplier<Future<R>> running) {
    VertxTracer<?, ?> tracer = ctx.owner().tracer();
    if (tracer == null && metrics == null) {
      return running.get();
    }
    QueryReporter reporter = new QueryReporter(tracer, metrics, ctx, query, this);
    reporter.before();
    return running.get().andThen(reporter::after);
  }

  private <R> Future<R> run(ContextInternal ctx, CommandBase<R> command) {
    Future<?> outcome;
    try {
      outcome = execute(ctx, command);
    } catch (IllegalArgumentException e) {
      outcome = ctx.failedFuture(e);
    }
    @SuppressWarnings("unchecked") // each command yields what its class says
    Future<R> typed = (Future<R>) outcome;
    return typed;
  }

  private Future<?> execute(ContextInternal ctx, CommandBase<?> command) {
    if (command instanceof ExtendedQueryCommand<?> query) {
      return Queries.extended(worker, ctx, query);
    } else if (command instanceof SimpleQueryCommand<?> query) {
      return Queries.script(worker, ctx, query);
    } else if (command instanceof TxCommand<?> transaction) {
      return transaction(ctx, transaction);
    } else if (command instanceof PrepareStatementCommand prepare) {
      String sql = prepare.sql();
      return worker.submit(ctx, new Command.Prepare(sql)).map(info -> new PreparedHandle(sql, info));
    } else if (command instanceof CloseStatementCommand close) {
      return worker.submit(ctx, new Command.CloseStatement(close.statement().sql()));
    } else if (command instanceof CloseCursorCommand close) {
      worker.interruptCursor(close.id());
      return worker.submit(ctx, new Command.CloseCursor(close.id()));
    } else if (command instanceof CompositeCommand composite) {
      return composite(ctx, composite);
    }
    throw new IllegalArgumentException("A command that SQLite does not know: " + command.getClass().getName());
  }

  private <R> Future<R> transaction(ContextInternal ctx, TxCommand<R> transaction) {
    Command<Void> command = switch (transaction.kind) {
      case BEGIN -> begin();
      case COMMIT -> new Command.Commit();
      case ROLLBACK -> new Command.Rollback();
    };
    return worker.submit(ctx, command).map(done -> transaction.result);
  }

  private Command<Void> begin() {
    boolean readOnly = beginsReadOnly;
    beginsReadOnly = false;
    return new Command.Begin(options.getTransactionTimeout() > 0 ? new BeginStack() : null, readOnly);
  }

  private Future<Void> composite(ContextInternal ctx, CompositeCommand composite) {
    List<Future<?>> outcomes = new ArrayList<>();
    for (CommandBase<?> command : composite.commands()) {
      outcomes.add(member(ctx, command));
    }
    return Future.join(outcomes).mapEmpty();
  }

  private <R> Future<R> member(ContextInternal ctx, CommandBase<R> command) {
    return report(ctx, command).onComplete(command::complete);
  }

  /** How long ago it was opened, in milliseconds. */
  long ageMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - openedAt);
  }

  /** Closes the connection once the commands under way are done; its holder is told before the future completes. */
  Future<Void> close() {
    worker.close(context);
    return closed.future();
  }

  private void ended() {
    if (metrics != null) {
      metrics.close();
    }
    Holder present = holder;
    if (present != null) {
      present.handleClosed();
    }
    worker.close(context).onComplete(closed);
  }

  /** Completes when the connection is closed, by whomever. */
  Future<Void> closed() {
    return closed.future();
  }

  @Override
  public void close(Holder closing, Promise<Void> promise) {
    close().onComplete(promise);
  }

  @Override
  public void init(Holder newHolder) {
    holder = newHolder;
  }

  @Override
  public boolean isValid() {
    return worker.isOpen();
  }

  @Override
  public DatabaseMetadata getDatabaseMetaData() {
    return metadata;
  }

  @Override
  public SocketAddress server() {
    return address(options);
  }

  @Override
  public String system() {
    return "sqlite";
  }

  @Override
  public String database() {
    return options.getPath();
  }

  @Override
  public String user() {
    return null;
  }

  @Override
  public ClientMetrics<?, ?, ?, ?> metrics() {
    return metrics;
  }

  @Override
  public TracingPolicy tracingPolicy() {
    return options.getTracingPolicy();
  }

  @Override
  public int pipeliningLimit() {
    return options.getMaxPendingCommands();
  }

  @Override
  public boolean isSsl() {
    return false;
  }

  @Override
  public int getProcessId() {
    throw new UnsupportedOperationException("SQLite runs inside of this process; it has no server process");
  }

  @Override
  public int getSecretKey() {
    throw new UnsupportedOperationException("SQLite runs inside of this process; there is no key to cancel by");
  }
}
