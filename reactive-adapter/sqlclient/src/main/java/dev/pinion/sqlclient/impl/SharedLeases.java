package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.engine.SharedMailbox;
import dev.pinion.sqlclient.engine.WorkerSeat;
import dev.pinion.sqlclient.impl.Callers.Caller;
import dev.pinion.sqlclient.impl.Routes.Plan;
import io.vertx.core.Future;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.future.PromiseInternal;
import io.vertx.sqlclient.impl.command.QueryCommandBase;
import io.vertx.sqlclient.impl.pool.SqlConnectionPool.PooledConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connections that a pool leases to itself, for the statements that its callers run without a connection of their own.
 * A lease is kept while there are such statements, and a moment longer; it is given back as soon as somebody waits for
 * a connection, and what is left waits for the next.
 *
 * <p>Thread-safe. Nothing of Vert.x's pool is called under the lock, because that runs whatever others have asked it.
 */
final class SharedLeases {

  private static final long TICK_MILLIS = 10;
  /** For so long a new lease is not given back, so that it gets something done; the next tick may take it. */
  private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Leases leases;
  private final Routes routes;
  private final PoolName name;
  private final ContextInternal clock;
  private final int max;
  private final int eager;
  private final SharedMailbox mailbox;
  private final AtomicInteger underWay = new AtomicInteger();
  private final List<Lease> open = new CopyOnWriteArrayList<>();
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final List<SharedLeases> rivals = new ArrayList<>();
  private volatile EngineConnection example;
  private volatile boolean active;
  private Object eldest;
  private boolean asking;
  private boolean ticking;
  private int leaving;
  private volatile boolean closed;

  private record Lease(PooledConnection pooled, EngineConnection connection, WorkerSeat seat, long since) {
    boolean isNew() {
      return System.nanoTime() - since < SLICE_NANOS;
    }
  }

  /** A statement that came while there was no connection. */
  private record Waiting(ContextInternal context, QueryCommandBase<?> query, Plan plan, Caller caller,
      PromiseInternal<Boolean> promise, long since) {
  }

  /**
   * No lease yet.
   *
   * @param clock a context that outlives all callers
   * @param max how many connections at most
   * @param eager how many are taken as soon as a statement has to wait; more only if the statements before it are slow
   * @param capacity how many statements may wait
   */
  SharedLeases(Leases leases, Routes routes, PoolName name, ContextInternal clock, int max, int eager, int capacity) {
    this.leases = leases;
    this.routes = routes;
    this.name = name;
    this.clock = clock;
    this.max = max;
    this.eager = Math.min(eager, max);
    this.mailbox = new SharedMailbox(name.toString(), capacity);
  }

  /** Names others who may have the connections that these leases need. */
  void competeWith(SharedLeases rival) {
    rivals.add(rival);
  }

  /** Runs a statement whose caller is counted already. */
  Future<Boolean> schedule(ContextInternal context, QueryCommandBase<?> query, Plan plan, Caller caller) {
    active = true;
    if (!open.isEmpty()) {
      return run(context, query, plan, caller);
    }
    Waiting late = new Waiting(context, query, plan, caller, context.promise(), System.nanoTime());
    if (!isTakenToWait(late)) {
      return run(context, query, plan, caller);
    }
    goOn(context);
    return late.promise().future();
  }

  /** Whether it waits for the next connection; not if there is one after all. */
  private synchronized boolean isTakenToWait(Waiting late) {
    return open.isEmpty() && waiting.add(late);
  }

  /** Gives back what nobody uses at the moment. */
  void giveBackIdle() {
    if (!open.isEmpty() && underWay.get() == 0) {
      for (Lease lease : open) {
        if (isTaken(lease)) {
          leave(lease);
        }
      }
    }
  }

  /**
   * Gives one connection back, since somebody waits for it; a statement that runs comes to its end before.
   *
   * @return false if there is none, or only a new one
   */
  boolean giveOneBack() {
    Lease lease = takeOne();
    if (lease != null) {
      leave(lease);
    }
    return lease != null;
  }

  /** Lets what runs and waits for a worker come to its end; what waits for a connection fails. */
  void close() {
    closed = true;
    goOn(clock);
  }

  private Future<Boolean> run(ContextInternal context, QueryCommandBase<?> query, Plan plan, Caller caller) {
    caller.serve();
    underWay.incrementAndGet();
    boolean busy = !mailbox.hasIdleWorker();
    Future<Boolean> outcome = example.report(context, query, () -> send(context, query, plan));
    outcome.onComplete(done -> {
      underWay.decrementAndGet();
      caller.done();
    });
    if (open.isEmpty()) {
      goOn(context);
    } else if (busy && open.size() < eager && underWay.get() > open.size()) {
      grow();
    }
    return outcome;
  }

  private Future<Boolean> send(ContextInternal context, QueryCommandBase<?> query, Plan plan) {
    try {
      return Queries.statement(mailbox, context, query, plan.statement(),
          result -> routes.learn(query.sql(), plan, result.writes()));
    } catch (IllegalArgumentException e) {
      return context.failedFuture(e);
    }
  }

  private void grow() {
    synchronized (this) {
      if (!mayAsk() || open.size() >= max || !leases.hasRoom()) {
        return;
      }
      asking = true;
    }
    ask(clock, leases.timeoutMillis());
  }

  private boolean mayAsk() {
    return !asking && !closed && open.size() + leaving < max;
  }

  private void ask(ContextInternal context, long timeoutMillis) {
    long askedAt = System.nanoTime();
    leases.ask(context, timeoutMillis, leased -> {
      if (leased.succeeded()) {
        opened(leased.result());
      } else {
        failed(leased.cause(), askedAt);
      }
    });
    if (leases.isShort()) {
      rivals.forEach(SharedLeases::giveOneBack);
    }
  }

  private void opened(PooledConnection pooled) {
    EngineConnection connection = (EngineConnection) pooled.unwrap();
    example = connection;
    Lease lease = new Lease(pooled, connection, connection.seat(mailbox), System.nanoTime());
    for (List<Waiting> served = nextServedBy(lease); !served.isEmpty(); served = nextServedBy(lease)) {
      served.forEach(late ->
          run(late.context(), late.query(), late.plan(), late.caller()).onComplete(late.promise()));
    }
    connection.closed().onComplete(done -> lost(lease));
    startTicking();
  }

  /** Who has waited so far. Only when they are served is the lease open to all, so that nobody overtakes them. */
  private synchronized List<Waiting> nextServedBy(Lease lease) {
    if (waiting.isEmpty()) {
      asking = false;
      open.add(lease);
    }
    return takeWaiting(waiting.size());
  }

  private void startTicking() {
    synchronized (this) {
      if (ticking) {
        return;
      }
      ticking = true;
    }
    clock.setTimer(TICK_MILLIS, timer -> tick());
  }

  /** If the time was up, those who came later have some left. */
  private void failed(Throwable reason, long askedAt) {
    List<Waiting> refused;
    boolean unserved;
    long left = 0;
    synchronized (this) {
      asking = false;
      unserved = open.isEmpty() && leaving == 0;
      int tooLate = waiting.size();
      if (reason instanceof TimeoutException) {
        tooLate = (int) waiting.stream().filter(late -> late.since() - askedAt <= 0).count();
      }
      refused = takeWaiting(tooLate);
      if (!waiting.isEmpty()) {
        long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - waiting.element().since());
        left = Math.max(1, leases.timeoutMillis() - waited);
        asking = true;
      }
    }
    refuse(refused, closed ? name.closedError() : reason);
    if (unserved) {
      mailbox.refuseAll(closed ? name.closedError() : reason);
    }
    if (left > 0) {
      ask(clock, left);
    }
  }

  private List<Waiting> takeWaiting(int count) {
    List<Waiting> taken = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      taken.add(waiting.remove());
    }
    return taken;
  }

  private static void refuse(List<Waiting> refused, Throwable reason) {
    for (Waiting late : refused) {
      late.caller().refuse();
      late.promise().fail(reason);
    }
  }

  /** One that does nothing at the moment, if there is one, because the other's statement may be slow. */
  private Lease takeOne() {
    synchronized (this) {
      Lease taken = null;
      for (Lease lease : open) {
        if (!lease.isNew() && (taken == null || !lease.seat().isBusy())) {
          taken = lease;
        }
      }
      return taken != null && isTaken(taken) ? taken : null;
    }
  }

  /** Whether the caller is the one who gives the lease back. */
  private synchronized boolean isTaken(Lease lease) {
    boolean taken = open.remove(lease);
    leaving += taken ? 1 : 0;
    return taken;
  }

  private void leave(Lease lease) {
    if (lease.seat().leaveIfIdle()) {
      giveBack(lease);
    } else {
      lease.seat().leave(() -> lease.connection().execute(() -> giveBack(lease)));
    }
  }

  private void giveBack(Lease lease) {
    synchronized (this) {
      leaving--;
    }
    Leases.giveBack(lease.pooled());
    goOn(clock);
  }

  private void lost(Lease lease) {
    if (isTaken(lease)) {
      giveBack(lease);
    }
  }

  /** Sees to what waits for a connection, or has been overlooked when the last one was given back. */
  private void goOn(ContextInternal context) {
    boolean ask;
    boolean refuse;
    List<Waiting> refused;
    synchronized (this) {
      boolean unserved = open.isEmpty() && leaving == 0 && !asking;
      refuse = unserved && closed;
      ask = unserved && mayAsk() && !(waiting.isEmpty() && mailbox.isEmpty());
      asking |= ask;
      refused = takeWaiting(refuse ? waiting.size() : 0);
    }
    if (refuse) {
      refuse(refused, name.closedError());
      mailbox.refuseAll(name.closedError());
    } else if (ask) {
      ask(context, leases.timeoutMillis());
    }
  }

  private void tick() {
    boolean quiet = !active && underWay.get() == 0;
    active = false;
    if (quiet) {
      giveBackIdle();
    } else {
      giveBackOld();
      if (leases.isShort()) {
        giveOneBack();
      }
      Object first = mailbox.eldest();
      if (first != null && first == eldest) {
        grow();
      }
      eldest = first;
    }
    synchronized (this) {
      ticking = !open.isEmpty();
      if (!ticking) {
        return;
      }
    }
    clock.setTimer(TICK_MILLIS, timer -> tick());
  }

  private void giveBackOld() {
    for (Lease lease : open) {
      if (leases.isTooOld(lease.connection()) && isTaken(lease)) {
        leave(lease);
      }
    }
  }
}
