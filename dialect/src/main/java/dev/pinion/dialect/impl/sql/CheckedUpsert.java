package dev.pinion.dialect.impl.sql;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.StaleObjectStateException;
import org.hibernate.engine.jdbc.mutation.JdbcValueBindings;
import org.hibernate.engine.jdbc.mutation.ParameterUsage;
import org.hibernate.engine.jdbc.mutation.internal.PreparedStatementGroupSingleTable;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.mutation.EntityTableMapping;
import org.hibernate.persister.entity.mutation.UpdateValuesAnalysis;
import org.hibernate.sql.model.ValuesAnalysis;
import org.hibernate.sql.model.ast.ColumnValueBinding;
import org.hibernate.sql.model.internal.OptionalTableUpdate;
import org.hibernate.sql.model.jdbc.DeleteOrUpsertOperation;
import org.hibernate.sql.model.jdbc.UpsertOperation;

/** An upsert of a row with a version. Hibernate's own says nothing where the row has another one and is left. */
final class CheckedUpsert extends DeleteOrUpsertOperation {

  private final OptionalTableUpdate update;
  private final UpsertOperation upsert;

  CheckedUpsert(OptionalTableUpdate update, UpsertOperation upsert) {
    super(update.getMutationTarget(), (EntityTableMapping) update.getMutatingTable().getTableMapping(), upsert, update);
    this.update = update;
    this.upsert = upsert;
  }

  @Override
  public void performMutation(
      JdbcValueBindings bindings, ValuesAnalysis values, SharedSessionContractImplementor session) {
    if (!((UpdateValuesAnalysis) values).getTablesWithNonNullValues().contains(getTableDetails())) {
      super.performMutation(bindings, values, session);
      return;
    }
    var statement = new PreparedStatementGroupSingleTable(upsert, session)
        .resolvePreparedStatementDetails(getTableDetails().getTableName());
    try {
      var prepared = statement.resolveStatement();
      session.getJdbcServices().getSqlStatementLogger().logStatement(statement.getSqlString());
      bindings.beforeStatement(statement);
      int rows = session.getJdbcCoordinator().getResultSetReturn()
          .executeUpdate(prepared, statement.getSqlString());
      if (rows == 0) {
        throw new StaleObjectStateException(
            update.getMutationTarget().getTargetPart().getEntityName(), identifier(bindings));
      }
    } finally {
      statement.releaseStatement(session);
    }
  }

  /** A list if it has several columns. */
  private Object identifier(JdbcValueBindings bindings) {
    List<String> keys = update.getKeyBindings().stream()
        .map(ColumnValueBinding::getColumnReference).map(column -> column.getColumnExpression()).toList();
    List<Object> values = new ArrayList<>();
    bindings.getBindingGroup(getTableDetails().getTableName()).forEachBinding(binding -> {
      if (binding.getValueDescriptor().getUsage() == ParameterUsage.RESTRICT
          && keys.contains(binding.getColumnName())) {
        values.add(binding.getValue());
      }
    });
    return values.size() == 1 ? values.get(0) : values;
  }
}
