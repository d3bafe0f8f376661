package dev.pinion.hibernate.reactive.support;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.reactive.vertx.impl.ProvidedVertxInstance;

/** Boots session factories from code, as an application without {@code persistence.xml} does. */
public final class Factories {

  private Factories() {
  }

  /** A reactive factory over the file, whose tables are created unless the settings say otherwise. */
  public static SessionFactory reactive(Path file, Map<String, Object> settings, Class<?>... entities) {
    return reactive("jdbc:sqlite:" + file, settings, entities);
  }

  public static SessionFactory reactive(Path file, Class<?>... entities) {
    return reactive(file, Map.of(), entities);
  }

  public static SessionFactory reactive(String url, Map<String, Object> settings, Class<?>... entities) {
    return build(new ReactiveServiceRegistryBuilder(), url, settings, entities);
  }

  /** A reactive factory over the file that works on the Vert.x of the test. */
  public static SessionFactory reactive(Vertx vertx, Path file, Map<String, Object> settings, Class<?>... entities) {
    ReactiveServiceRegistryBuilder registry = new ReactiveServiceRegistryBuilder();
    registry.addService(VertxInstance.class, new ProvidedVertxInstance(vertx));
    return build(registry, "jdbc:sqlite:" + file, settings, entities);
  }

  /** A factory of blocking Hibernate ORM over sqlite-jdbc, which creates nothing unless the settings say so. */
  public static SessionFactory blocking(Path file, Map<String, Object> settings, Class<?>... entities) {
    Map<String, Object> merged = new HashMap<>(settings);
    merged.putIfAbsent("hibernate.hbm2ddl.auto", "none");
    return build(new StandardServiceRegistryBuilder(), "jdbc:sqlite:" + file, merged, entities);
  }

  private static SessionFactory build(StandardServiceRegistryBuilder registry, String url,
      Map<String, Object> settings, Class<?>... entities) {
    Configuration configuration = new Configuration();
    List.of(entities).forEach(configuration::addAnnotatedClass);
    configuration.setProperty("hibernate.hbm2ddl.auto", "create");
    configuration.setProperty("hibernate.hbm2ddl.halt_on_error", "true");
    configuration.setProperty("jakarta.persistence.jdbc.url", url);
    configuration.getProperties().putAll(settings);
    registry.applySettings(configuration.getProperties());
    return configuration.buildSessionFactory(registry.build());
  }
}
