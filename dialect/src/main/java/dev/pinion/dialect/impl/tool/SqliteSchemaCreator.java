package dev.pinion.dialect.impl.tool;

import dev.pinion.dialect.impl.schema.AttachedDatabases;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.tool.schema.TargetType;
import org.hibernate.tool.schema.internal.HibernateSchemaManagementTool;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SourceDescriptor;
import org.hibernate.tool.schema.spi.TargetDescriptor;

/**
 * {@code hibernate.hbm2ddl.auto=create}, which refuses what cannot be there before it writes anything.
 */
final class SqliteSchemaCreator extends SchemaCreatorImpl {

  private final HibernateSchemaManagementTool tool;

  SqliteSchemaCreator(HibernateSchemaManagementTool tool, SchemaFilter filter) {
    super(tool, filter);
    this.tool = tool;
  }

  @Override
  public void doCreation(Metadata metadata, ExecutionOptions options, ContributableMatcher contributions,
      SourceDescriptor source, TargetDescriptor target) {
    if (target.getTargetTypes().contains(TargetType.DATABASE)) {
      AttachedDatabases.check(metadata, SqlStringGenerationContextImpl.fromConfigurationMap(
          tool.getServiceRegistry().requireService(JdbcEnvironment.class), metadata.getDatabase(),
          options.getConfigurationValues()));
    }
    super.doCreation(metadata, options, contributions, source, target);
  }
}
