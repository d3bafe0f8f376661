package dev.pinion.dialect.impl.sql;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.StandardSqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.exec.spi.JdbcOperation;

/**
 * Makes a translator for each statement.
 */
public final class SqliteTranslatorFactory extends StandardSqlAstTranslatorFactory {

  @Override
  protected <T extends JdbcOperation> SqlAstTranslator<T> buildTranslator(SessionFactoryImplementor factory,
      Statement statement) {
    return new SqliteTranslator<>(factory, statement);
  }
}
