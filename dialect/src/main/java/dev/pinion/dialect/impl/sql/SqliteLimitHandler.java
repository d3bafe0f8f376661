package dev.pinion.dialect.impl.sql;

import org.hibernate.dialect.pagination.LimitOffsetLimitHandler;

/**
 * Limits for native queries.
 */
public final class SqliteLimitHandler extends LimitOffsetLimitHandler {

  /** The only instance that is needed. */
  public static final SqliteLimitHandler INSTANCE = new SqliteLimitHandler();

  private SqliteLimitHandler() {
  }

  /** An offset needs a limit, of which a negative one is none (lang_select.html, section 5). */
  @Override
  protected String offsetOnlyClause() {
    return " limit -1 offset ?";
  }
}
