package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Author;
import dev.pinion.dialect.domain.Book;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

class ResolutionTest extends DialectTest {

  @Override
  List<Class<?>> entities() {
    return List.of(Author.class, Book.class);
  }

  private static Dialect dialectOf(SessionFactory factory) {
    return factory.unwrap(SessionFactoryImplementor.class).getJdbcServices().getDialect();
  }

  @Test
  void theDialectIsFoundByTheConnection() {
    assertThat(dialectOf(factory)).isExactlyInstanceOf(SqliteDialect.class);
    assertThat(dialectOf(factory).getVersion().isSameOrAfter(3, 45)).isTrue();
  }

  @Test
  void theDialectMayBeNamed() {
    var settings = Map.<String, Object>of("hibernate.dialect", SqliteDialect.class.getName());
    try (var named = newFactory("none", settings, entities())) {
      assertThat(dialectOf(named)).isExactlyInstanceOf(SqliteDialect.class);
    }
  }

  @Test
  void aNamedDialectAsksTheConnectionForTheVersion() throws SQLException {
    var settings = Map.<String, Object>of("hibernate.dialect", SqliteDialect.class.getName());
    var version = selectOne("select sqlite_version()").toString().split("[.]");
    try (var named = newFactory("none", settings, entities())) {
      assertThat(dialectOf(named).getVersion().isSame(Integer.parseInt(version[0]), Integer.parseInt(version[1])))
          .isTrue();
    }
  }

  @Test
  void withoutAConnectionTheNewestIsAssumed() {
    var registry = new StandardServiceRegistryBuilder()
        .applySetting("hibernate.dialect", SqliteDialect.class.getName())
        .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
        .build();
    try (registry) {
      var dialect = registry.requireService(JdbcServices.class).getDialect();
      assertThat(dialect.getVersion().isSame(3, 54)).isTrue();
      assertThat(new MetadataSources(registry).addAnnotatedClass(Author.class).addAnnotatedClass(Book.class)
          .buildMetadata().getEntityBindings()).hasSize(2);
    }
  }

  @Test
  void theProductNameAloneIsEnough() {
    var registry = new StandardServiceRegistryBuilder()
        .applySetting("jakarta.persistence.database-product-name", "SQLite")
        .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
        .build();
    try (registry) {
      assertThat(registry.requireService(JdbcServices.class).getDialect()).isExactlyInstanceOf(SqliteDialect.class);
    }
  }

  @Test
  void anOlderSqliteIsRefused() {
    assertThatThrownBy(() -> new SqliteDialect(DatabaseVersion.make(3, 44)))
        .isInstanceOf(HibernateException.class).hasMessageContaining("SQLite 3.44").hasMessageContaining("3.45");
  }

  @Test
  void theOldestSupportedIsAccepted() {
    assertThat(new SqliteDialect(DatabaseVersion.make(3, 45)).getVersion().getMinor()).isEqualTo(45);
  }
}
