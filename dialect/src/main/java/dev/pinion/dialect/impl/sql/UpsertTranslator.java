package dev.pinion.dialect.impl.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.dialect.SqlAstTranslatorWithUpsert;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.exec.spi.JdbcOperation;
import org.hibernate.sql.model.MutationOperation;
import org.hibernate.sql.model.ast.ColumnValueBinding;
import org.hibernate.sql.model.internal.OptionalTableUpdate;
import org.hibernate.sql.model.jdbc.UpsertOperation;

/**
 * {@code insert … on conflict … do update} for rows that may or may not exist (lang_upsert.html).
 *
 * @param <T> what the translation results in
 */
abstract class UpsertTranslator<T extends JdbcOperation> extends SqlAstTranslatorWithUpsert<T> {

  UpsertTranslator(SessionFactoryImplementor factory, Statement statement) {
    super(factory, statement);
  }

  @Override
  public MutationOperation createMergeOperation(OptionalTableUpdate update) {
    if (update.getOptimisticLockBindings().isEmpty()) {
      return super.createMergeOperation(update);
    }
    renderUpsertStatement(update);
    return new CheckedUpsert(update, new UpsertOperation(update.getMutatingTable().getTableMapping(),
        update.getMutationTarget(), getSql(), getParameterBinders()));
  }

  @Override
  protected void renderUpsertStatement(OptionalTableUpdate update) {
    var keys = update.getKeyBindings();
    var values = update.getValueBindings();
    var all = new ArrayList<>(keys);
    all.addAll(values);
    appendSql("insert into ");
    appendSql(update.getMutatingTable().getTableName());
    appendSql(" as t (" + names(all) + ") values (");
    var separator = "";
    for (var binding : all) {
      appendSql(separator);
      binding.getValueExpression().accept(this);
      separator = ",";
    }
    // A row that has nothing but its key is set to it, so that the statement counts one row in either case.
    appendSql(") on conflict (" + names(keys) + ") do update set "
        + (values.isEmpty() ? keys : values).stream()
            .map(UpsertTranslator::name).map(name -> name + "=excluded." + name).collect(Collectors.joining(",")));
    separator = " where ";
    for (var binding : update.getOptimisticLockBindings()) {
      appendSql(separator + "t." + name(binding) + '=');
      binding.getValueExpression().accept(this);
      separator = " and ";
    }
  }

  private static String names(List<ColumnValueBinding> bindings) {
    return bindings.stream().map(UpsertTranslator::name).collect(Collectors.joining(","));
  }

  private static String name(ColumnValueBinding binding) {
    return binding.getColumnReference().getColumnExpression();
  }
}
