package dev.pinion.hibernate.reactive.impl;

import dev.pinion.dialect.SqliteDialect;
import io.vertx.core.json.JsonObject;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataContributor;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.DialectDelegateWrapper;
import org.hibernate.reactive.type.descriptor.jdbc.ReactiveArrayJdbcTypeConstructor;
import org.hibernate.reactive.type.descriptor.jdbc.ReactiveJsonJdbcType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.spi.JdbcTypeRegistry;
import org.hibernate.type.internal.BasicTypeImpl;
import org.hibernate.type.spi.TypeConfiguration;
import org.jboss.jandex.IndexView;

/**
 * Gives JSON and arrays in a SQLite database back to the dialect, so that reactive and blocking sessions store them
 * alike.
 *
 * <p>Hibernate Reactive registers types of its own over the dialect's: for JSON one that holds objects only and expects
 * the driver to return {@code JsonObject}, for attributes of that class likewise, for arrays one that expects arrays.
 * Type contributors run in the order of the class path, so none of them can be sure of the last word; this hook runs
 * after all of them and before the first attribute looks for its type.
 */
@SuppressWarnings("removal")
public final class StoredJsonContributor implements MetadataContributor {

  @Override
  public void contribute(InFlightMetadataCollector metadata, IndexView index) {
    Dialect dialect = DialectDelegateWrapper.extractRealDialect(metadata.getDatabase().getDialect());
    if (!(dialect instanceof SqliteDialect)) {
      return;
    }
    JdbcTypeRegistry types = metadata.getTypeConfiguration().getJdbcTypeRegistry();
    TypeConfiguration scratch = new TypeConfiguration();
    dialect.contribute(() -> scratch, metadata.getBootstrapContext().getServiceRegistry());
    JdbcTypeRegistry stored = scratch.getJdbcTypeRegistry();
    if (types.findDescriptor(SqlTypes.JSON) == ReactiveJsonJdbcType.INSTANCE) {
      types.addDescriptor(SqlTypes.JSON, stored.getDescriptor(SqlTypes.JSON));
    }
    metadata.getTypeConfiguration().getJavaTypeRegistry().addDescriptor(JsonObjectJavaType.INSTANCE);
    metadata.getTypeConfiguration().getBasicTypeRegistry().register(
        new BasicTypeImpl<>(JsonObjectJavaType.INSTANCE, JsonObjectJdbcType.INSTANCE), JsonObject.class.getName());
    if (types.getConstructor(SqlTypes.ARRAY) == ReactiveArrayJdbcTypeConstructor.INSTANCE) {
      types.addTypeConstructor(SqlTypes.ARRAY, stored.getConstructor(SqlTypes.ARRAY));
    }
  }
}
