package dev.pinion.dialect.impl.sql;

import java.util.List;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Over;
import org.hibernate.sql.ast.tree.select.SortSpecification;

/**
 * The window of a function that is written as several aggregates, each of which needs it.
 */
public interface Windows {

  /**
   * The window over which the function with these very arguments is computed. Who takes it has to write it.
   *
   * @return the window, or {@code null} for an aggregate of groups
   */
  Over<?> takeWindow(List<? extends SqlAstNode> arguments);

  /** Writes an {@code over} clause as it stands. */
  void writeWindow(Over<?> window);

  /** Writes an {@code over} clause of whole partitions, in the order of an ordered-set aggregate. */
  void writeWindow(Over<?> window, List<SortSpecification> order);
}
