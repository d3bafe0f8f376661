package dev.pinion.hibernate.reactive.impl;

import dev.pinion.dialect.impl.tool.SqliteInformationExtractor;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.provider.service.ReactiveImprovedExtractionContextImpl;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.resource.transaction.spi.DdlTransactionIsolator;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.extract.spi.ExtractionContext;
import org.hibernate.tool.schema.extract.spi.InformationExtractor;
import org.hibernate.tool.schema.spi.ExtractionTool;

/**
 * Reads the schema through the reactive pool. Hibernate Reactive's own context would wait on whatever thread it is on,
 * and take a query that failed for one without rows.
 */
final class SchemaReading implements ExtractionTool {

  static final SchemaReading INSTANCE = new SchemaReading();

  private SchemaReading() {
  }

  @Override
  public ExtractionContext createExtractionContext(ServiceRegistry registry, JdbcEnvironment environment,
      SqlStringGenerationContext names, DdlTransactionIsolator isolator,
      ExtractionContext.DatabaseObjectAccess objects) {
    return new Context(registry, names, objects);
  }

  @Override
  public InformationExtractor createInformationExtractor(ExtractionContext context) {
    return new SqliteInformationExtractor(context);
  }

  private static final class Context extends ReactiveImprovedExtractionContextImpl {

    private final ReactiveConnectionPool pool;
    private final BlockingBridge bridge;

    Context(ServiceRegistry registry, SqlStringGenerationContext names, DatabaseObjectAccess objects) {
      super(registry, names, objects);
      pool = registry.requireService(ReactiveConnectionPool.class);
      bridge = new BlockingBridge(registry.requireService(VertxInstance.class).getVertx());
    }

    @Override
    public <T> T getQueryResults(String sql, Object[] parameters, ResultSetProcessor<T> processor)
        throws SQLException {
      Object[] values = parameters == null ? new Object[0] : parameters;
      try (ResultSet rows = bridge.await(() -> pool.selectJdbcOutsideTransaction(sql, values))) {
        return processor.process(rows);
      }
    }
  }
}
