package dev.pinion.dialect.impl.tool;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.dialect.Dialect;
import org.hibernate.tool.schema.extract.spi.DatabaseInformation;
import org.hibernate.tool.schema.internal.GroupedSchemaValidatorImpl;
import org.hibernate.tool.schema.internal.HibernateSchemaManagementTool;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaFilter;

/**
 * {@code hibernate.hbm2ddl.auto=validate}, which does not take a sequence of another attached database for one that is
 * missing: Hibernate knows them by their names alone.
 */
final class SqliteSchemaValidator extends GroupedSchemaValidatorImpl {

  SqliteSchemaValidator(HibernateSchemaManagementTool tool, SchemaFilter filter) {
    super(tool, filter);
  }

  @Override
  protected void validateTables(Metadata metadata, DatabaseInformation database, ExecutionOptions options,
      ContributableMatcher contributions, Dialect dialect, Namespace namespace) {
    super.validateTables(metadata, database, options, contributions, dialect, namespace);
    for (var sequence : Namesakes.of(namespace, database, schemaFilter, contributions)) {
      validateSequence(sequence, null);
    }
  }
}
