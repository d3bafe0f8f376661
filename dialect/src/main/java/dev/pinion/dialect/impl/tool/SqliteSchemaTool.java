package dev.pinion.dialect.impl.tool;

import java.util.Map;
import org.hibernate.boot.registry.selector.spi.StrategySelector;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.tool.schema.internal.DefaultSchemaFilterProvider;
import org.hibernate.tool.schema.internal.HibernateSchemaManagementTool;
import org.hibernate.tool.schema.spi.ExtractionTool;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;
import org.hibernate.tool.schema.spi.SchemaMigrator;

/**
 * The schema tool of blocking Hibernate, with a reader of SQLite's schema and updates that SQLite can do.
 */
public final class SqliteSchemaTool extends HibernateSchemaManagementTool {

  @Override
  public ExtractionTool getExtractionTool() {
    return SqliteExtractionTool.INSTANCE;
  }

  @Override
  public SchemaMigrator getSchemaMigrator(Map<String, Object> options) {
    return migrator(this, options);
  }

  /**
   * The migrator for a tool of SQLite's.
   *
   * @param tool whose extraction tool reads with {@link SqliteInformationExtractor}
   * @param options the settings, which may name a filter
   */
  public static SchemaMigrator migrator(HibernateSchemaManagementTool tool, Map<String, Object> options) {
    var filters = tool.getServiceRegistry().requireService(StrategySelector.class).resolveDefaultableStrategy(
        SchemaFilterProvider.class,
        options == null ? null : options.get(SchemaToolingSettings.HBM2DDL_FILTER_PROVIDER),
        DefaultSchemaFilterProvider.INSTANCE);
    return new SqliteSchemaMigrator(tool, filters.getMigrateFilter());
  }
}
