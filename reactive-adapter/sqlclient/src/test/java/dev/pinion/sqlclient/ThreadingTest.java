package dev.pinion.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.testing.DatabaseTest;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;

class ThreadingTest extends DatabaseTest {

  @Test
  void a_blocking_call_on_an_event_loop_would_be_noticed() {
    Promise<Throwable> noticed = Promise.promise();
    vertx.getOrCreateContext().runOnContext(start -> {
      try {
        Thread.sleep(1);
        noticed.complete(null);
      } catch (InterruptedException | BlockingOperationError e) {
        noticed.complete(e);
      }
    });

    assertThat(await(noticed.future())).isInstanceOf(BlockingOperationError.class);
  }

  @Test
  void a_result_arrives_on_the_context_that_asked() {
    Pool pool = pool(2);
    for (int i = 0; i < 10; i++) {
      Context context = ((ContextInternal) vertx.getOrCreateContext()).duplicate();
      Promise<Context> seen = Promise.promise();
      context.runOnContext(start ->
          pool.query("select 1").execute().onComplete(rows -> seen.complete(Vertx.currentContext())));

      assertThat(await(seen.future())).isSameAs(context);
    }
  }

  @Test
  void a_result_arrives_on_the_worker_verticle_that_asked() {
    Pool pool = pool(1);
    Promise<String> thread = Promise.promise();
    await(vertx.deployVerticle(new AbstractVerticle() {
      @Override
      public void start() {
        pool.query("select 1").execute().onComplete(rows -> thread.complete(Thread.currentThread().getName()));
      }
    }, new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER)));

    assertThat(await(thread.future())).startsWith("vert.x-worker-thread");
  }

  @Test
  void a_collector_runs_on_the_context_that_asked() {
    Pool pool = pool(1);
    Set<Context> contexts = ConcurrentHashMap.newKeySet();
    Context context = vertx.getOrCreateContext();
    Promise<Object> done = Promise.promise();
    context.runOnContext(start -> pool.query("select 1 union select 2").collecting(
        Collectors.mapping((Row row) -> Vertx.currentContext(), Collectors.toList())).execute()
        .onSuccess(result -> contexts.addAll(result.value())).onComplete(result -> done.complete()));
    await(done.future());

    assertThat(contexts).containsExactly(context);
  }

  @Test
  void one_pool_serves_many_event_loops() {
    Pool pool = pool(4);
    run(pool, "create table t (x)");
    await(Future.join(IntStream.range(0, 8).mapToObj(loop -> vertx.deployVerticle(new AbstractVerticle() {
      @Override
      public void start(Promise<Void> started) {
        Future.all(IntStream.range(0, 50).mapToObj(i -> pool.query("insert into t values (1)").execute()).toList())
            .<Void>mapEmpty().onComplete(started);
      }
    })).toList()));

    assertThat(single(pool, "select count(*) from t")).isEqualTo(400L);
  }

  @Test
  void an_event_loop_goes_on_while_a_statement_runs() {
    SqliteConnection connection = connect();
    Future<?> slow = connection.query("with recursive n(i) as (select 1 union all select i + 1 from n "
        + "where i < 3000000) select sum(i) from n").execute();
    long[] ticks = {0};
    Promise<Void> done = Promise.promise();
    vertx.setPeriodic(1, timer -> {
      ticks[0]++;
      if (slow.isComplete()) {
        vertx.cancelTimer(timer);
        done.complete();
      }
    });
    await(done.future());

    assertThat(ticks[0]).isGreaterThan(10);
  }
}
