package dev.pinion.hibernate.reactive.impl;

import java.util.Map;
import org.hibernate.reactive.provider.service.ReactiveSchemaManagementTool;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.hibernate.tool.schema.spi.SchemaMigrator;
import org.hibernate.tool.schema.spi.SchemaValidator;

/**
 * Creates and drops a SQLite schema for Hibernate Reactive.
 *
 * <p>{@code update} and {@code validate} compare with the schema that is there, for which Hibernate Reactive has no
 * reader of SQLite's; they are refused before anything is written.
 */
final class SqliteSchemaManagementTool extends ReactiveSchemaManagementTool {

  @Override
  public void injectServices(ServiceRegistryImplementor registry) {
    super.injectServices(registry);
    setCustomDatabaseGenerationTarget(new SqliteGenerationTarget(registry));
  }

  @Override
  public SchemaMigrator getSchemaMigrator(Map<String, Object> options) {
    throw unreadable("update");
  }

  @Override
  public SchemaValidator getSchemaValidator(Map<String, Object> options) {
    throw unreadable("validate");
  }

  private static SchemaManagementException unreadable(String action) {
    return new SchemaManagementException("hibernate.hbm2ddl.auto=" + action
        + " is not supported on SQLite by Hibernate Reactive, which cannot read a SQLite schema."
        + " Use create, drop or create-drop, or none and migrate the schema with Flyway");
  }
}
