package dev.pinion.hibernate.reactive.impl;

import java.util.Map;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.reactive.provider.impl.ReactiveModeCheck;
import org.hibernate.reactive.provider.service.ReactiveSchemaManagementToolInitiator;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.hibernate.tool.schema.internal.SchemaManagementToolInitiator;
import org.hibernate.tool.schema.spi.SchemaManagementTool;

/**
 * Chooses the schema tool of a registry whose URL is SQLite's.
 *
 * <p>Only a reactive registry gets another one than it would have had, and only if its settings name none.
 */
final class SqliteSchemaManagementToolInitiator implements StandardServiceInitiator<SchemaManagementTool> {

  static final SqliteSchemaManagementToolInitiator INSTANCE = new SqliteSchemaManagementToolInitiator();

  private SqliteSchemaManagementToolInitiator() {
  }

  @Override
  public SchemaManagementTool initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
    if (!ReactiveModeCheck.isReactiveRegistry(registry)) {
      return SchemaManagementToolInitiator.INSTANCE.initiateService(settings, registry);
    }
    if (settings.get(SchemaToolingSettings.SCHEMA_MANAGEMENT_TOOL) != null) {
      return ReactiveSchemaManagementToolInitiator.INSTANCE.initiateService(settings, registry);
    }
    return new SqliteSchemaManagementTool();
  }

  @Override
  public Class<SchemaManagementTool> getServiceInitiated() {
    return SchemaManagementTool.class;
  }
}
