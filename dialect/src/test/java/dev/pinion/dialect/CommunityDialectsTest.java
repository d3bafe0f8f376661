package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.community.dialect.CommunityDialectResolver;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;
import org.hibernate.engine.jdbc.spi.JdbcServices;
import org.junit.jupiter.api.Test;

/** With Hibernate's community dialects on the class path, whose resolver claims SQLite as well. */
class CommunityDialectsTest {

  private static final Comparator<Object> COMMUNITY_FIRST =
      Comparator.comparing(resolver -> resolver instanceof CommunityDialectResolver ? 0 : 1);

  /** A class path on which the resolvers are found in that order. */
  private static final class Ordered extends ClassLoaderServiceImpl {

    private final Comparator<Object> order;

    Ordered(Comparator<Object> order) {
      this.order = order;
    }

    @Override
    public <S> Collection<S> loadJavaServices(Class<S> contract) {
      var services = new ArrayList<>(super.loadJavaServices(contract));
      if (contract == DialectResolver.class) {
        services.sort(order);
      }
      return services;
    }
  }

  private static Dialect dialect(Comparator<Object> order, Map<String, Object> settings) {
    var bootstrap = new BootstrapServiceRegistryBuilder().applyClassLoaderService(new Ordered(order)).build();
    var registry = new StandardServiceRegistryBuilder(bootstrap)
        .applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
        .applySettings(settings)
        .build();
    try (registry) {
      return registry.requireService(JdbcServices.class).getDialect();
    }
  }

  private static Map<String, Object> product(String name) {
    return Map.of("jakarta.persistence.database-product-name", name);
  }

  @Test
  void this_dialect_is_taken_when_the_community_is_found_first() {
    assertThat(dialect(COMMUNITY_FIRST, product("SQLite"))).isExactlyInstanceOf(SqliteDialect.class);
  }

  @Test
  void this_dialect_is_taken_when_the_community_is_found_last() {
    assertThat(dialect(COMMUNITY_FIRST.reversed(), product("SQLite"))).isExactlyInstanceOf(SqliteDialect.class);
  }

  @Test
  void other_databases_keep_their_dialects() {
    assertThat(dialect(COMMUNITY_FIRST, product("H2"))).isExactlyInstanceOf(H2Dialect.class);
  }

  @Test
  void a_dialect_that_the_settings_name_is_taken() {
    assertThat(dialect(COMMUNITY_FIRST, Map.of("hibernate.dialect", SQLiteDialect.class.getName())))
        .isInstanceOf(SQLiteDialect.class);
  }
}
