package dev.pinion.spring.boot;

import dev.pinion.sqlclient.SqliteConnectOptions;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.spi.PersistenceUnitInfo;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.domain.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Hibernate Reactive over the application's entities and its pool: one session factory with a Mutiny and a Stage face.
 *
 * <p>Entities are looked for where Boot looks for them: in the packages of {@code @EntityScan}, else in that of the
 * application. The session factory itself is no bean, so it is never taken for the {@code EntityManagerFactory} of
 * blocking JPA.
 */
@AutoConfiguration(after = PinionSqlClientAutoConfiguration.class)
@ConditionalOnSqlite
@ConditionalOnMissingBean({Mutiny.SessionFactory.class, Stage.SessionFactory.class})
public final class PinionHibernateReactiveAutoConfiguration {

  /** The entities, and the session factory over them. */
  @Bean
  ReactivePersistence reactivePersistence(ApplicationContext context, Vertx vertx, Pool pool,
      SqliteConnectOptions options, PinionProperties properties) throws ClassNotFoundException {
    PersistenceUnitInfo entities = new ScannedPersistenceUnit(context.getClassLoader(), new EntityScanner(context)
        .scan(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class));
    return ReactivePersistence.open(entities, new ReactiveSettings(vertx, pool, options, properties.hibernate()));
  }

  /** Sessions that return a Uni. */
  @Bean(destroyMethod = "")
  Mutiny.SessionFactory mutinySessionFactory(ReactivePersistence persistence) {
    return persistence.mutiny();
  }

  /** Sessions that return a CompletionStage. */
  @Bean(destroyMethod = "")
  Stage.SessionFactory stageSessionFactory(ReactivePersistence persistence) {
    return persistence.stage();
  }
}
