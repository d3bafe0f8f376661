package dev.pinion.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session factory over a file of the class, with fresh tables for each test, and a plain connection to see what is
 * in it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DialectTest {

  private Path folder;

  SessionFactory factory;

  abstract List<Class<?>> entities();

  Map<String, Object> settings() {
    return Map.of();
  }

  @BeforeAll
  void start(@TempDir Path folder) throws SQLException {
    this.folder = folder;
    execute("pragma journal_mode=wal");
    factory = newFactory("none", settings(), entities());
  }

  @BeforeEach
  void empty() {
    factory.getSchemaManager().dropMappedObjects(false);
    factory.getSchemaManager().exportMappedObjects(false);
  }

  @AfterAll
  void stop() {
    if (factory != null) {
      factory.close();
    }
  }

  final SessionFactory newFactory(String schemaAction, Map<String, Object> settings, List<Class<?>> entities) {
    var configuration = new Configuration()
        .setProperty("jakarta.persistence.jdbc.url",
            url() + "?foreign_keys=true&transaction_mode=IMMEDIATE&busy_timeout=200")
        .setProperty("hibernate.hbm2ddl.auto", schemaAction)
        .setProperty("hibernate.hbm2ddl.halt_on_error", "true");
    settings.forEach((key, value) -> configuration.getProperties().put(key, value));
    entities.forEach(configuration::addAnnotatedClass);
    return configuration.buildSessionFactory();
  }

  static <T> T single(SessionFactory factory, String hql, Class<T> type) {
    return factory.fromSession(session -> session.createSelectionQuery(hql, type).getSingleResult());
  }

  final String url() {
    return "jdbc:sqlite:" + folder.resolve("test.db");
  }

  final void execute(String sql) throws SQLException {
    try (var connection = connect(); var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  final Object selectOne(String sql) throws SQLException {
    return selectAll(sql).get(0);
  }

  final List<Object> selectAll(String sql) throws SQLException {
    try (var connection = connect(); var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getObject(1));
      }
      return values;
    }
  }

  final String ddl(String table) throws SQLException {
    return (String) selectOne("select sql from sqlite_schema where type = 'table' and name = '" + table + "'");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url() + "?foreign_keys=true");
  }
}
