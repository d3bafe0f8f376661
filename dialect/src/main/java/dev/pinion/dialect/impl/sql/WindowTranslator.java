package dev.pinion.dialect.impl.sql;

import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.sqm.FrameExclusion;
import org.hibernate.query.sqm.FrameKind;
import org.hibernate.query.sqm.FrameMode;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.expression.FunctionExpression;
import org.hibernate.sql.ast.tree.expression.Over;
import org.hibernate.sql.ast.tree.select.SortSpecification;
import org.hibernate.sql.exec.spi.JdbcOperation;

/**
 * Aggregates over groups and windows.
 *
 * @param <T> what the translation results in
 */
abstract class WindowTranslator<T extends JdbcOperation> extends UpsertTranslator<T> implements Windows {

  /** The window of the function that is being written, as long as none has taken it. */
  private Over<?> pending;

  WindowTranslator(SessionFactoryImplementor factory, Statement statement) {
    super(factory, statement);
  }

  @Override
  public boolean supportsFilterClause() {
    return true;
  }

  @Override
  public void visitOver(Over<?> over) {
    var outer = pending;
    pending = over;
    over.getExpression().accept(this);
    if (pending != null) {
      writeWindow(over);
    }
    pending = outer;
  }

  @Override
  public Over<?> takeWindow(List<? extends SqlAstNode> arguments) {
    if (pending == null || !(pending.getExpression() instanceof FunctionExpression function)
        || function.getArguments() != arguments) {
      return null;
    }
    var taken = pending;
    pending = null;
    return taken;
  }

  @Override
  public void writeWindow(Over<?> window) {
    visitOverClause(window.getPartitions(), window.getOrderList(), window.getMode(), window.getStartKind(),
        window.getStartExpression(), window.getEndKind(), window.getEndExpression(), window.getExclusion(), false);
  }

  @Override
  public void writeWindow(Over<?> window, List<SortSpecification> order) {
    visitOverClause(window.getPartitions(), order, FrameMode.ROWS, FrameKind.UNBOUNDED_PRECEDING, null,
        FrameKind.UNBOUNDED_FOLLOWING, null, FrameExclusion.NO_OTHERS, false);
  }
}
