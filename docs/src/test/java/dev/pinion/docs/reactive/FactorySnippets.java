package dev.pinion.docs.reactive;

import dev.pinion.hibernate.reactive.SqliteClientPool;
import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.core.Vertx;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.reactive.vertx.impl.ProvidedVertxInstance;

/** How factories are made, on the page of Hibernate Reactive. */
final class FactorySnippets {

  Mutiny.SessionFactory fromXml(String url) {
    // snippet
    Mutiny.SessionFactory sessions = Persistence
        .createEntityManagerFactory("ships", Map.of("jakarta.persistence.jdbc.url", url))
        .unwrap(Mutiny.SessionFactory.class);
    // end
    return sessions;
  }

  Mutiny.SessionFactory fromCode() {
    // snippet
    Configuration configuration = new Configuration()
        .addAnnotatedClass(Ship.class)
        .setProperty("jakarta.persistence.jdbc.url", "jdbc:sqlite::memory:")
        .setProperty("hibernate.hbm2ddl.auto", "create");
    SessionFactory factory = configuration.buildSessionFactory(
        new ReactiveServiceRegistryBuilder().applySettings(configuration.getProperties()).build());
    Mutiny.SessionFactory sessions = factory.unwrap(Mutiny.SessionFactory.class);
    // end
    return sessions;
  }

  SessionFactory onVertx(Vertx vertx, Configuration configuration) {
    // snippet
    ReactiveServiceRegistryBuilder registry = new ReactiveServiceRegistryBuilder();
    registry.addService(VertxInstance.class, new ProvidedVertxInstance(vertx));
    SessionFactory factory = configuration.buildSessionFactory(
        registry.applySettings(configuration.getProperties()).build());
    // end
    return factory;
  }

  // snippet
  public static class CustomerPools extends SqliteClientPool {

    @Override
    protected Optional<SqliteConnectOptions> tenantOptions(String tenantId) {
      Path file = Path.of("/data", UUID.fromString(tenantId) + ".db");
      return Optional.of(new SqliteConnectOptions().setPath(file.toString()));
    }
  }
  // end
}
