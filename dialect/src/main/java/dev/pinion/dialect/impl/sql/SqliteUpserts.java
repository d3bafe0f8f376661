package dev.pinion.dialect.impl.sql;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.model.MutationOperation;
import org.hibernate.sql.model.internal.OptionalTableUpdate;

/**
 * Makes the operation that inserts a row or else updates it.
 */
public final class SqliteUpserts {

  private SqliteUpserts() {
  }

  /** The operation for one table of an entity. */
  public static MutationOperation operation(OptionalTableUpdate update, SessionFactoryImplementor factory) {
    var upsert = Discriminators.in(update, factory);
    return new SqliteTranslator<>(factory, upsert).createMergeOperation(upsert);
  }
}
