package dev.pinion.spring.boot;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;

/** Tells Boot that the migration initializes the database, so that whatever uses one waits for it. */
final class SqliteMigrationDetector extends AbstractBeansOfTypeDatabaseInitializerDetector
    implements DatabaseInitializerDetector {

  @Override
  protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
    return Set.of(SqliteMigration.class);
  }

  @Override
  public int getOrder() {
    return 0;
  }
}
