package dev.pinion.hibernate.reactive.impl;

import dev.pinion.dialect.impl.tool.SqliteSchemaTool;
import java.util.Map;
import org.hibernate.reactive.provider.service.ReactiveSchemaManagementTool;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.tool.schema.spi.ExtractionTool;
import org.hibernate.tool.schema.spi.SchemaCreator;
import org.hibernate.tool.schema.spi.SchemaMigrator;
import org.hibernate.tool.schema.spi.SchemaValidator;

/**
 * Creates, drops, updates and validates a SQLite schema for Hibernate Reactive, which has no reader of SQLite's.
 */
final class SqliteSchemaManagementTool extends ReactiveSchemaManagementTool {

  @Override
  public void injectServices(ServiceRegistryImplementor registry) {
    super.injectServices(registry);
    setCustomDatabaseGenerationTarget(new SqliteGenerationTarget(registry));
  }

  @Override
  public ExtractionTool getExtractionTool() {
    return SchemaReading.INSTANCE;
  }

  @Override
  public SchemaCreator getSchemaCreator(Map<String, Object> options) {
    return SqliteSchemaTool.creator(this, options);
  }

  @Override
  public SchemaMigrator getSchemaMigrator(Map<String, Object> options) {
    return SqliteSchemaTool.migrator(this, options);
  }

  @Override
  public SchemaValidator getSchemaValidator(Map<String, Object> options) {
    return SqliteSchemaTool.validator(this, options);
  }
}
