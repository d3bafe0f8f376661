package dev.pinion.dialect.impl.schema;

import org.hibernate.dialect.Dialect;

/**
 * Comments on tables and columns. SQLite has no {@code comment on}, but keeps the text of {@code create table} as it
 * was written, and so the comments in it.
 */
final class Comments {

  private Comments() {
  }

  static String render(String comment) {
    return comment == null || comment.isEmpty() ? "" : " /* " + Dialect.escapeComment(comment) + " */";
  }
}
