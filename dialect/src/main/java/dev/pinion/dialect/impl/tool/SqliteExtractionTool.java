package dev.pinion.dialect.impl.tool;

import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.resource.transaction.spi.DdlTransactionIsolator;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.extract.spi.ExtractionContext;
import org.hibernate.tool.schema.extract.spi.InformationExtractor;
import org.hibernate.tool.schema.internal.exec.ImprovedExtractionContextImpl;
import org.hibernate.tool.schema.spi.ExtractionTool;

/**
 * Reads through JDBC.
 */
final class SqliteExtractionTool implements ExtractionTool {

  static final SqliteExtractionTool INSTANCE = new SqliteExtractionTool();

  private SqliteExtractionTool() {
  }

  @Override
  public ExtractionContext createExtractionContext(ServiceRegistry registry, JdbcEnvironment environment,
      SqlStringGenerationContext names, DdlTransactionIsolator isolator,
      ExtractionContext.DatabaseObjectAccess objects) {
    return new ImprovedExtractionContextImpl(registry, environment, names, isolator, objects);
  }

  @Override
  public InformationExtractor createInformationExtractor(ExtractionContext context) {
    return new SqliteInformationExtractor(context);
  }
}
