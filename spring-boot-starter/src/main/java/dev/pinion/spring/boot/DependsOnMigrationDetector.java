package dev.pinion.spring.boot;

import io.vertx.sqlclient.Pool;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;

/** Tells Boot which beans use the database, and so must wait until it is migrated. */
final class DependsOnMigrationDetector extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {

  @Override
  protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
    return Set.of(Pool.class, ReactivePersistence.class, Mutiny.SessionFactory.class, Stage.SessionFactory.class);
  }
}
