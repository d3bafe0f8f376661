package dev.pinion.hibernate.reactive.impl.insert;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.dialect.temptable.TemporaryTable;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.OptimizableGenerator;
import org.hibernate.metamodel.mapping.BasicEntityIdentifierMapping;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.mutation.internal.MultiTableSqmMutationConverter;
import org.hibernate.query.sqm.mutation.internal.temptable.AfterUseAction;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableInsertStrategy;
import org.hibernate.query.sqm.tree.insert.SqmInsertStatement;
import org.hibernate.query.sqm.tree.insert.SqmInsertValuesStatement;
import org.hibernate.reactive.query.sqm.mutation.internal.temptable.ReactiveTableBasedInsertHandler;
import org.hibernate.reactive.query.sqm.mutation.spi.ReactiveSqmMultiTableInsertStrategy;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.expression.JdbcParameter;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.ast.tree.from.TableReference;
import org.hibernate.sql.ast.tree.insert.ConflictClause;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.update.Assignment;

/** Puts new rows into a temporary table of the session's own connection, and from there into those of the entity. */
public final class StagedInsertStrategy extends LocalTemporaryTableInsertStrategy
    implements ReactiveSqmMultiTableInsertStrategy {

  public StagedInsertStrategy(LocalTemporaryTableInsertStrategy strategy) {
    super(strategy.getTemporaryTable(), strategy.getSessionFactory());
  }

  @Override
  public CompletionStage<Integer> reactiveExecuteInsert(SqmInsertStatement<?> statement,
      DomainParameterXref parameters, DomainQueryExecutionContext context) {
    return new Handler(statement, parameters, getTemporaryTable(), getSessionFactory()).reactiveExecute(context);
  }

  private static final class Handler extends ReactiveTableBasedInsertHandler {

    Handler(SqmInsertStatement<?> statement, DomainParameterXref parameters, TemporaryTable staging,
        SessionFactoryImplementor factory) {
      // The table is the session's alone, so its rows need not say whose they are.
      super(statement, parameters, staging, AfterUseAction.DROP, session -> null, factory);
    }

    @Override
    protected ExecutionDelegate buildExecutionDelegate(SqmInsertStatement<?> statement,
        MultiTableSqmMutationConverter converter, TemporaryTable staging, AfterUseAction afterUse,
        Function<SharedSessionContractImplementor, String> owner, DomainParameterXref parameters, TableGroup target,
        Map<String, TableReference> tablesByAlias, List<Assignment> assignments, InsertSelectStatement fill,
        ConflictClause conflict, JdbcParameter ownerParameter, DomainQueryExecutionContext context) {
      List<Assignment> named = statement instanceof SqmInsertValuesStatement<?> && idsComeLater(statement, target)
          ? withoutIds(assignments, fill, target)
          : assignments;
      return new StagedInsert(staging, fill, StagedInsert.bindings(parameters, converter, target, context),
          new TargetTables(target, tablesByAlias, named, staging, conflict));
    }

    private static boolean idsComeLater(SqmInsertStatement<?> statement, TableGroup target) {
      EntityPersister persister = ((EntityMappingType) target.getModelPart()).getEntityPersister();
      return persister.getGenerator() instanceof OptimizableGenerator
          && statement.getInsertionTargetPaths().stream().noneMatch(path ->
              path.getNavigablePath().getLocalName().equals(persister.getIdentifierPropertyName()));
    }

    /** Takes what would ask for an id while the parameters are bound, which cannot wait, out of the values. */
    private static List<Assignment> withoutIds(
        List<Assignment> assignments, InsertSelectStatement fill, TableGroup target) {
      String id = ((BasicEntityIdentifierMapping) ((EntityMappingType) target.getModelPart()).getIdentifierMapping())
          .getSelectionExpression();
      List<ColumnReference> columns = fill.getTargetColumns();
      int index = IntStream.range(0, columns.size())
          .filter(i -> columns.get(i).getColumnExpression().equals(id)).findFirst().orElseThrow();
      columns.remove(index);
      fill.getValuesList().forEach(row -> row.getExpressions().remove(index));
      return assignments.stream()
          .filter(assignment -> assignment.getAssignable().getColumnReferences().stream()
              .noneMatch(column -> column.getColumnExpression().equals(id)))
          .toList();
    }
  }
}
