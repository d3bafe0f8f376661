package dev.pinion.hibernate.reactive.impl;

import dev.pinion.dialect.SqliteDialect;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataContributor;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.DialectDelegateWrapper;
import org.hibernate.reactive.type.descriptor.jdbc.ReactiveJsonJdbcType;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JsonAsStringJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import org.hibernate.type.spi.TypeConfiguration;
import org.jboss.jandex.IndexView;

/**
 * Gives JSON in a SQLite database back to the dialect, so that reactive and blocking sessions store it alike.
 *
 * <p>Hibernate Reactive registers a JSON type of its own over the dialect's, one that holds objects only and expects
 * the driver to return {@code JsonObject}. Type contributors run in the order of the class path, so none of them can be
 * sure of the last word; this hook runs after all of them and before the first attribute looks for its type.
 */
@SuppressWarnings("removal")
public final class StoredJsonContributor implements MetadataContributor {

  @Override
  public void contribute(InFlightMetadataCollector metadata, IndexView index) {
    JdbcTypeRegistry types = metadata.getTypeConfiguration().getJdbcTypeRegistry();
    Dialect dialect = DialectDelegateWrapper.extractRealDialect(metadata.getDatabase().getDialect());
    if (dialect instanceof SqliteDialect && types.findDescriptor(SqlTypes.JSON) == ReactiveJsonJdbcType.INSTANCE) {
      types.addDescriptor(SqlTypes.JSON, ofDialect(dialect, metadata.getBootstrapContext().getServiceRegistry()));
    }
  }

  /** What the dialect registers for JSON, or else what Hibernate ORM falls back to. */
  private static JdbcType ofDialect(Dialect dialect, ServiceRegistry services) {
    TypeConfiguration scratch = new TypeConfiguration();
    dialect.contribute(() -> scratch, services);
    JdbcType json = scratch.getJdbcTypeRegistry().findDescriptor(SqlTypes.JSON);
    return json == null ? JsonAsStringJdbcType.VARCHAR_INSTANCE : json;
  }
}
