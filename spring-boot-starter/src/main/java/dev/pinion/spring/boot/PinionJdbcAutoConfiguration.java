package dev.pinion.spring.boot;

import dev.pinion.jdbc.PinionDataSource;
import dev.pinion.sqlclient.SqliteConnectOptions;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * A {@link PinionDataSource} on the database, when the application has JDBC and names no other one for it. The pool is
 * HikariCP's and takes the settings of {@code spring.datasource.hikari}.
 */
@AutoConfiguration(after = PinionSqlClientAutoConfiguration.class, before = DataSourceAutoConfiguration.class)
@ConditionalOnSqlite
@ConditionalOnClass(name = {
  "com.zaxxer.hikari.HikariDataSource", "org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType"})
@Conditional(PinionJdbcAutoConfiguration.NoOtherDatabase.class)
@ConditionalOnMissingBean({DataSource.class, JdbcConnectionDetails.class})
public final class PinionJdbcAutoConfiguration {

  /** Blocking connections that share the write gate of the file with the Vert.x pool. */
  @Bean
  PinionDataSource sqliteDataSource(SqliteConnectOptions options, Environment environment) {
    PinionDataSource dataSource = new PinionDataSource(JdbcUrl.of(options));
    // Bound by hand: the annotation would describe Boot's properties a second time in our metadata.
    Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(dataSource));
    return dataSource;
  }

  /** Matches when no property of Boot's names a database for JDBC. */
  static final class NoOtherDatabase extends NoneNestedConditions {

    NoOtherDatabase() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @ConditionalOnProperty("spring.datasource.url")
    static final class Url {
    }

    @ConditionalOnProperty("spring.datasource.jndi-name")
    static final class JndiName {
    }
  }
}
