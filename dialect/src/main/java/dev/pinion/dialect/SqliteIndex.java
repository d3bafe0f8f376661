package dev.pinion.dialect;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index of {@link SqliteTable#indexes()}. Its texts are SQL, written into {@code create index} as they stand.
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface SqliteIndex {

  /** The name, unique in its database. */
  String name();

  /** Columns and expressions, separated by commas, such as {@code "lower(title), year desc"}. */
  String columns();

  /** Which rows are in it (partialindex.html); all if empty. */
  String where() default "";

  /** Whether no two of its rows may be equal in the columns. */
  boolean unique() default false;
}
