package dev.pinion.dialect;

import dev.pinion.dialect.impl.schema.SqliteTableBinder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.annotations.TypeBinderType;

/**
 * What only SQLite knows of the table of an entity, for the schema that Hibernate writes. Dialects of other databases
 * pass it over.
 *
 * <pre>{@code
 * @Entity
 * @SqliteTable(strict = true, indexes = @SqliteIndex(name = "open_by_date", columns = "due", where = "done = 0"))
 * class Task { … }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TypeBinderType(binder = SqliteTableBinder.class)
public @interface SqliteTable {

  /**
   * Whether SQLite refuses values of another type than the declared one (stricttables.html). Its columns are then
   * declared as {@code integer}, {@code real}, {@code text}, {@code blob} or, for decimals, {@code any}.
   */
  boolean strict() default false;

  /**
   * Whether rows are stored in the tree of the primary key itself (withoutrowid.html). Not for an identity, which is
   * the rowid; the schema export refuses it.
   */
  boolean withoutRowid() default false;

  /** Indexes that {@link jakarta.persistence.Index} cannot express. */
  SqliteIndex[] indexes() default {};
}
