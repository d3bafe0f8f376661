package dev.pinion.hibernate.reactive.support;

import static dev.pinion.hibernate.reactive.support.Await.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A file with tables for some entities and a factory over it: one for a test class, empty before each test. */
public final class Store implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  private final Class<?>[] entities;
  private final Map<String, Object> settings = new HashMap<>();
  private final Commands commands = new Commands();
  private Path dir;
  private Vertx vertx;
  private SessionFactory factory;

  public Store(Class<?>... entities) {
    this.entities = entities;
  }

  public Store with(String setting, Object value) {
    settings.put(setting, value);
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    dir = Files.createTempDirectory("pinion");
    vertx = commands.vertx();
    factory = Factories.reactive(vertx, file(), settings, entities);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    List<String> deletes = new ArrayList<>();
    Raw.tables(file()).stream()
        // The row of a counter is part of the schema.
        .filter(table -> !table.endsWith("_SEQ") && !table.equals("hibernate_sequences"))
        .forEach(table -> deletes.add("delete from \"" + table + "\""));
    Raw.execute(file(), deletes.toArray(String[]::new));
    commands.forget();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    factory.close();
    await(vertx.close().toCompletionStage());
    try (var left = Files.list(dir)) {
      for (Path path : left.toList()) {
        Files.delete(path);
      }
    }
    Files.delete(dir);
  }

  public Path file() {
    return dir.resolve("store.db");
  }

  public SessionFactory factory() {
    return factory;
  }

  public Mutiny.SessionFactory mutiny() {
    return factory.unwrap(Mutiny.SessionFactory.class);
  }

  public Stage.SessionFactory stage() {
    return factory.unwrap(Stage.SessionFactory.class);
  }

  /** What the driver has been sent since the test began. */
  public Commands commands() {
    return commands;
  }

  public <T> T inTransaction(Function<Mutiny.Session, Uni<T>> work) {
    return await(mutiny().withTransaction(work));
  }

  public <T> T inSession(Function<Mutiny.Session, Uni<T>> work) {
    return await(mutiny().withSession(work));
  }

  public <T> T inStatelessTransaction(Function<Mutiny.StatelessSession, Uni<T>> work) {
    return await(mutiny().withStatelessTransaction(work));
  }

  /** Persists in one transaction and forgets the commands of it. */
  public void has(Object... rows) {
    inTransaction(session -> session.persistAll(rows));
    commands.forget();
  }

  public List<String> rows(String sql) {
    return Raw.rows(file(), sql);
  }

  public String value(String sql) {
    return Raw.value(file(), sql);
  }
}
