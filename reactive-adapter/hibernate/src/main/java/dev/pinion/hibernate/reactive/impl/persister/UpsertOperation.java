package dev.pinion.hibernate.reactive.impl.persister;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.hibernate.engine.jdbc.mutation.JdbcValueBindings;
import org.hibernate.engine.jdbc.mutation.ParameterUsage;
import org.hibernate.engine.jdbc.mutation.group.PreparedStatementDetails;
import org.hibernate.engine.jdbc.mutation.spi.Binding;
import org.hibernate.engine.jdbc.mutation.spi.BindingGroup;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.reactive.sql.model.ReactiveOptionalTableUpdateOperation;
import org.hibernate.sql.model.TableMapping;
import org.hibernate.sql.model.ValuesAnalysis;
import org.hibernate.sql.model.internal.OptionalTableUpdate;

/** Keeps the version by which the update finds its row out of the insert that follows if there is no such row. */
final class UpsertOperation extends ReactiveOptionalTableUpdateOperation {

  private final Set<String> lockColumns;

  UpsertOperation(OptionalTableUpdate upsert, SessionFactoryImplementor factory) {
    super(upsert.getMutationTarget(), upsert, factory);
    lockColumns = upsert.getOptimisticLockBindings().stream()
        .map(binding -> binding.getColumnReference().getColumnExpression())
        .collect(Collectors.toSet());
  }

  @Override
  public CompletionStage<Void> performReactiveMutation(
      JdbcValueBindings bindings, ValuesAnalysis values, SharedSessionContractImplementor session) {
    return super.performReactiveMutation(
        lockColumns.isEmpty() ? bindings : new UpdateThenInsert(bindings, session), values, session);
  }

  private final class UpdateThenInsert implements JdbcValueBindings {

    private final JdbcValueBindings bindings;
    private final SharedSessionContractImplementor session;
    private boolean updated;

    UpdateThenInsert(JdbcValueBindings bindings, SharedSessionContractImplementor session) {
      this.bindings = bindings;
      this.session = session;
    }

    @Override
    public void beforeStatement(PreparedStatementDetails statement) {
      if (updated) {
        getBindingGroup(statement.getMutatingTableDetails().getTableName()).forEachBinding(binding -> {
          if (binding.getValueDescriptor().getUsage() == ParameterUsage.SET
              || !lockColumns.contains(binding.getColumnName())) {
            bind(binding, statement);
          }
        });
      } else {
        bindings.beforeStatement(statement);
        updated = true;
      }
    }

    private void bind(Binding binding, PreparedStatementDetails statement) {
      try {
        binding.getValueBinder()
            .bind(statement.resolveStatement(), binding.getValue(), binding.getPosition(), session);
      } catch (SQLException e) {
        throw session.getJdbcServices().getSqlExceptionHelper().convert(
            e, "Cannot bind parameter " + binding.getPosition(), statement.getSqlString());
      }
    }

    @Override
    public BindingGroup getBindingGroup(String table) {
      return bindings.getBindingGroup(table);
    }

    @Override
    public void bindValue(Object value, String table, String column, ParameterUsage usage) {
      bindings.bindValue(value, table, column, usage);
    }

    @Override
    public void afterStatement(TableMapping table) {
      bindings.afterStatement(table);
    }
  }
}
