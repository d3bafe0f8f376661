package dev.pinion.benchmarks.session;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.pinion.benchmarks.load.Threads;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;

/** Hibernate ORM over HikariCP, on as many threads as connections. */
final class BlockingSessions implements SessionClient {

  private final HikariDataSource dataSource;
  private final ExecutorService threads;
  private final StandardServiceRegistry registry;
  private final SessionFactory sessions;

  BlockingSessions(String url, int connections, Map<String, Object> settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(connections);
    dataSource = new HikariDataSource(config);
    threads = Executors.newFixedThreadPool(connections);
    registry = new StandardServiceRegistryBuilder()
        .applySettings(settings)
        .applySetting(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource)
        .build();
    sessions = Entities.factory(registry);
  }

  @Override
  public int inFlight(int wanted) {
    return wanted;
  }

  @Override
  public void start(Runnable lane) {
    lane.run();
  }

  @Override
  public Future<?> find(int id) {
    return submit(() -> sessions.inSession(session -> session.find(Item.class, id)));
  }

  @Override
  public Future<?> query(int first, int count) {
    return submit(() -> sessions.inSession(session -> query(session, first, count)));
  }

  private static void query(Session session, int first, int count) {
    session.createSelectionQuery(Entities.RANGE, Item.class)
        .setParameter(1, first)
        .setParameter(2, first + count - 1)
        .getResultList();
  }

  @Override
  public Future<?> persist() {
    return submit(() -> sessions.inTransaction(session -> session.persist(new Entry(Entities.TEXT))));
  }

  private Future<?> submit(Runnable task) {
    return Threads.run(threads, task::run);
  }

  @Override
  public void close() {
    threads.shutdown();
    sessions.close();
    StandardServiceRegistryBuilder.destroy(registry);
    dataSource.close();
  }
}
