package dev.pinion.dialect.impl.tool;

import java.util.Map;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.tool.schema.internal.DefaultSchemaFilterProvider;
import org.hibernate.tool.schema.internal.HibernateSchemaManagementTool;
import org.hibernate.tool.schema.spi.ExtractionTool;
import org.hibernate.tool.schema.spi.SchemaCreator;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;
import org.hibernate.tool.schema.spi.SchemaMigrator;
import org.hibernate.tool.schema.spi.SchemaValidator;

/**
 * The schema tool of blocking Hibernate, with a reader of SQLite's schema and updates that SQLite can do.
 */
public final class SqliteSchemaTool extends HibernateSchemaManagementTool {

  @Override
  public ExtractionTool getExtractionTool() {
    return SqliteExtractionTool.INSTANCE;
  }

  @Override
  public SchemaCreator getSchemaCreator(Map<String, Object> options) {
    return creator(this, options);
  }

  @Override
  public SchemaMigrator getSchemaMigrator(Map<String, Object> options) {
    return migrator(this, options);
  }

  @Override
  public SchemaValidator getSchemaValidator(Map<String, Object> options) {
    return validator(this, options);
  }

  /** The creator for a tool of SQLite's. */
  public static SchemaCreator creator(HibernateSchemaManagementTool tool, Map<String, Object> options) {
    return new SqliteSchemaCreator(tool, filters(tool, options).getCreateFilter());
  }

  /**
   * The migrator for a tool of SQLite's.
   *
   * @param tool whose extraction tool reads with {@link SqliteInformationExtractor}
   * @param options the settings, which may name a filter
   */
  public static SchemaMigrator migrator(HibernateSchemaManagementTool tool, Map<String, Object> options) {
    return new SqliteSchemaMigrator(tool, filters(tool, options).getMigrateFilter());
  }

  /** The validator for a tool of SQLite's. */
  public static SchemaValidator validator(HibernateSchemaManagementTool tool, Map<String, Object> options) {
    return new SqliteSchemaValidator(tool, filters(tool, options).getValidateFilter());
  }

  private static SchemaFilterProvider filters(HibernateSchemaManagementTool tool, Map<String, Object> options) {
    return tool.getServiceRegistry().requireService(StrategySelector.class).resolveDefaultableStrategy(
        SchemaFilterProvider.class,
        options == null ? null : options.get(SchemaToolingSettings.HBM2DDL_FILTER_PROVIDER),
        DefaultSchemaFilterProvider.INSTANCE);
  }
}
