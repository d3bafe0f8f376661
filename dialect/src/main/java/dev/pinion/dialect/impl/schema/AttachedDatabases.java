package dev.pinion.dialect.impl.schema;

import java.util.Objects;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.spi.SchemaManagementException;

/**
 * The attached databases (lang_attach.html) that a mapping calls by a schema or a catalog: the same to SQLite, which
 * has one name before a table's.
 */
public final class AttachedDatabases {

  private AttachedDatabases() {
  }

  /**
   * The name of the database.
   *
   * @return {@code null} when there is neither, which means the main one
   * @throws SchemaManagementException when there are both
   */
  public static Identifier of(Identifier catalog, Identifier schema) {
    if (catalog != null && schema != null) {
      throw new SchemaManagementException("A table or sequence has the catalog " + catalog + " and the schema " + schema
          + ", but SQLite knows only the name of an attached database before it (lang_naming.html): leave one of them"
          + " out, or unset hibernate.default_catalog or hibernate.default_schema");
    }
    return catalog == null ? schema : catalog;
  }

  /** Refuses a mapping that has a catalog and a schema in one place. */
  public static void check(Metadata metadata, SqlStringGenerationContext context) {
    for (var namespace : metadata.getDatabase().getNamespaces()) {
      if (!namespace.getTables().isEmpty() || namespace.getSequences().iterator().hasNext()) {
        of(context.catalogWithDefault(namespace.getPhysicalName().getCatalog()),
            context.schemaWithDefault(namespace.getPhysicalName().getSchema()));
      }
    }
  }

  /** Whether two tables are in the same database. */
  static boolean isSame(Table one, Table other) {
    return Objects.equals(text(one), text(other));
  }

  private static String text(Table table) {
    return table.getSchema() == null ? table.getCatalog() : table.getSchema();
  }
}
