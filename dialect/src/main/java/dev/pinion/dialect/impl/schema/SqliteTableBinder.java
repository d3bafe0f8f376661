package dev.pinion.dialect.impl.schema;

import dev.pinion.dialect.SqliteTable;
import org.hibernate.AnnotationException;
import org.hibernate.binder.TypeBinder;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;

/**
 * Takes what {@link SqliteTable} says into the model. Instantiated by Hibernate.
 */
public final class SqliteTableBinder implements TypeBinder<SqliteTable> {

  @Override
  public void bind(SqliteTable annotation, MetadataBuildingContext context, PersistentClass entity) {
    var table = entity.getTable();
    var collector = context.getMetadataCollector();
    collector.addAuxiliaryDatabaseObject(new TableOptions(table, annotation.strict(), annotation.withoutRowid()));
    for (var index : annotation.indexes()) {
      collector.addAuxiliaryDatabaseObject(new DeclaredIndex(table, index));
    }
  }

  @Override
  public void bind(SqliteTable annotation, MetadataBuildingContext context, Component embeddable) {
    throw new AnnotationException("@SqliteTable belongs on an entity, not on the embeddable "
        + embeddable.getComponentClassName() + ", which has no table");
  }
}
