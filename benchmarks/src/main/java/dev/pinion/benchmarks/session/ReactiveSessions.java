package dev.pinion.benchmarks.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.stage.Stage;
import org.hibernate.reactive.vertx.VertxInstance;

/** Hibernate Reactive, each lane on a context of its own as each request of a server is, all on one event loop. */
final class ReactiveSessions implements SessionClient {

  private final ContextInternal context;
  private final StandardServiceRegistry registry;
  private final SessionFactory factory;
  private final Stage.SessionFactory sessions;

  ReactiveSessions(Vertx vertx, Map<String, Object> settings) {
    context = ((VertxInternal) vertx).createEventLoopContext();
    registry = new ReactiveServiceRegistryBuilder()
        .applySettings(settings)
        .addService(VertxInstance.class, (VertxInstance) () -> vertx)
        .build();
    factory = Entities.factory(registry);
    sessions = factory.unwrap(Stage.SessionFactory.class);
  }

  @Override
  public int inFlight(int wanted) {
    return wanted;
  }

  @Override
  public void start(Runnable lane) {
    context.duplicate().runOnContext(nothing -> lane.run());
  }

  @Override
  public Future<?> find(int id) {
    return Future.fromCompletionStage(sessions.withSession(session -> session.find(Item.class, id)));
  }

  @Override
  public Future<?> query(int first, int count) {
    return Future.fromCompletionStage(sessions.withSession(session -> session
        .createSelectionQuery(Entities.RANGE, Item.class)
        .setParameter(1, first)
        .setParameter(2, first + count - 1)
        .getResultList()));
  }

  @Override
  public Future<?> persist() {
    return Future.fromCompletionStage(sessions.withTransaction(session -> session.persist(new Entry(Entities.TEXT))));
  }

  @Override
  public void close() {
    factory.close();
    StandardServiceRegistryBuilder.destroy(registry);
  }
}
