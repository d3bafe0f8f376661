package dev.pinion.hibernate.reactive.impl.insert;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.dialect.temptable.TemporaryTable;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.id.OptimizableGenerator;
import org.hibernate.metamodel.mapping.BasicEntityIdentifierMapping;
import org.hibernate.metamodel.mapping.MappingModelExpressible;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.sqm.ComparisonOperator;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.internal.SqmUtil;
import org.hibernate.query.sqm.mutation.internal.MultiTableSqmMutationConverter;
import org.hibernate.query.sqm.mutation.internal.temptable.AfterUseAction;
import org.hibernate.query.sqm.spi.SqmParameterMappingModelResolutionAccess;
import org.hibernate.query.sqm.tree.expression.SqmParameter;
import org.hibernate.reactive.adaptor.impl.PreparedStatementAdaptor;
import org.hibernate.reactive.id.ReactiveIdentifierGenerator;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.query.sqm.mutation.internal.temptable.ReactiveExecuteWithTemporaryTableHelper;
import org.hibernate.reactive.query.sqm.mutation.internal.temptable.ReactiveTableBasedInsertHandler.ReactiveExecutionDelegate;
import org.hibernate.reactive.session.ReactiveConnectionSupplier;
import org.hibernate.reactive.sql.exec.internal.StandardReactiveJdbcMutationExecutor;
import org.hibernate.reactive.util.impl.CompletionStages;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.predicate.ComparisonPredicate;
import org.hibernate.sql.exec.internal.SqlTypedMappingJdbcParameter;
import org.hibernate.sql.exec.spi.ExecutionContext;
import org.hibernate.sql.exec.spi.JdbcOperationQueryMutation;
import org.hibernate.sql.exec.spi.JdbcParameterBindings;

/** One execution of an HQL insert: stages the rows, gives them ids, and copies them table by table. */
final class StagedInsert implements ReactiveExecutionDelegate {

  private static final String ROW_NUMBER = "rn_";

  private final TemporaryTable staging;
  private final InsertSelectStatement fill;
  private final JdbcParameterBindings bindings;
  private final TargetTables tables;

  StagedInsert(
      TemporaryTable staging, InsertSelectStatement fill, JdbcParameterBindings bindings, TargetTables tables) {
    this.staging = staging;
    this.fill = fill;
    this.bindings = bindings;
    this.tables = tables;
  }

  static JdbcParameterBindings bindings(DomainParameterXref parameters, MultiTableSqmMutationConverter converter,
      TableGroup target, DomainQueryExecutionContext context) {
    return SqmUtil.createJdbcParameterBindings(context.getQueryParameterBindings(), parameters,
        SqmUtil.generateJdbcParamsXref(parameters, converter::getJdbcParamsBySqmParam),
        context.getSession().getFactory().getRuntimeMetamodels().getMappingMetamodel(), path -> target,
        new SqmParameterMappingModelResolutionAccess() {
          @Override
          @SuppressWarnings("unchecked")
          public <T> MappingModelExpressible<T> getResolvedMappingModelType(SqmParameter<T> parameter) {
            return (MappingModelExpressible<T>) converter.getSqmParameterMappingModelExpressibleResolutions()
                .get(parameter);
          }
        }, context.getSession());
  }

  @Override
  public CompletionStage<Integer> reactiveExecute(ExecutionContext context) {
    return ReactiveExecuteWithTemporaryTableHelper.performBeforeTemporaryTableUseActions(staging, context)
        .thenCompose(created -> stageAndCopy(context)
            .handle(CompletionStages::handle)
            .thenCompose(outcome -> ReactiveExecuteWithTemporaryTableHelper
                .performAfterTemporaryTableUseActions(staging, session -> null, AfterUseAction.DROP, context)
                .thenCompose(dropped -> outcome.getResultAsCompletionStage())));
  }

  private CompletionStage<Integer> stageAndCopy(ExecutionContext context) {
    return ReactiveExecuteWithTemporaryTableHelper.saveIntoTemporaryTable(fill, bindings, context)
        .thenCompose(rows -> rows == 0
            ? CompletableFuture.completedFuture(0)
            : copyRoot(rows, context).thenCompose(copied -> CompletionStages
                .loop(tables.others(), table -> execute(tables.copy(table, factory(context)), context))
                .thenApply(done -> copied)));
  }

  private CompletionStage<Integer> copyRoot(int rows, ExecutionContext context) {
    Generator generator = tables.persister().getGenerator();
    if (generator.generatedOnExecution() && !tables.haveIds()) {
      return copyRootRowByRow(rows, context);
    }
    CompletionStage<Void> ids = generator instanceof OptimizableGenerator && !tables.haveIds()
        ? generateIds((ReactiveIdentifierGenerator<?>) generator, rows, context)
        : CompletionStages.voidFuture();
    return ids.thenCompose(v -> execute(tables.copy(tables.root(), factory(context)), context));
  }

  private CompletionStage<Void> generateIds(
      ReactiveIdentifierGenerator<?> generator, int rows, ExecutionContext context) {
    SharedSessionContractImplementor session = context.getSession();
    List<Object[]> parameters = new ArrayList<>(rows);
    return CompletionStages.loop(1, rows + 1, number -> generator
        .generate((ReactiveConnectionSupplier) session, null)
        .thenAccept(generated -> parameters.add(PreparedStatementAdaptor.bind(statement -> {
          bindId(statement, generated, session);
          statement.setInt(2, number);
        }))))
        .thenCompose(v -> setIds(ROW_NUMBER, parameters, context));
  }

  /** The database makes the ids, and tells them in no order that could be relied on: see lang_returning.html. */
  private CompletionStage<Integer> copyRootRowByRow(int rows, ExecutionContext context) {
    String insert = insertOfOneRow(context);
    List<Object[]> ids = new ArrayList<>(rows);
    return CompletionStages.loop(1, rows + 1, number -> connection(context)
        .selectIdentifier(insert, tables.rootHasValues() ? new Object[] {number} : new Object[0], Long.class)
        .thenAccept(id -> ids.add(new Object[] {id, number})))
        .thenCompose(v -> setIds(TemporaryTable.ENTITY_TABLE_IDENTITY_COLUMN, ids, context))
        .thenApply(v -> rows);
  }

  private String insertOfOneRow(ExecutionContext context) {
    String returning = " returning " + tables.root().getKeyMapping().getKeyColumn(0).getColumnName();
    if (!tables.rootHasValues()) {
      return "insert into " + tables.root().getTableName() + " default values" + returning;
    }
    ColumnReference number = new ColumnReference(
        (String) null, TemporaryTable.ENTITY_TABLE_IDENTITY_COLUMN, false, null, id().getJdbcMapping());
    return tables.copyWithoutId(
        new ComparisonPredicate(number, ComparisonOperator.EQUAL, new SqlTypedMappingJdbcParameter(id())),
        factory(context)).getSqlString() + returning;
  }

  @SuppressWarnings("unchecked")
  private void bindId(PreparedStatement statement, Object id, SharedSessionContractImplementor session)
      throws SQLException {
    id().getJdbcMapping().getJdbcValueBinder().bind(statement, id, 1, session);
  }

  private CompletionStage<Void> setIds(String numberColumn, List<Object[]> idsAndNumbers, ExecutionContext context) {
    String update = "update " + staging.getTableExpression() + " set " + id().getSelectionExpression() + " = ? where "
        + numberColumn + " = ?";
    return connection(context).update(update, idsAndNumbers).thenApply(counts -> null);
  }

  private BasicEntityIdentifierMapping id() {
    return (BasicEntityIdentifierMapping) tables.persister().getIdentifierMapping();
  }

  private CompletionStage<Integer> execute(JdbcOperationQueryMutation insert, ExecutionContext context) {
    return StandardReactiveJdbcMutationExecutor.INSTANCE.executeReactive(insert, JdbcParameterBindings.NO_BINDINGS,
        context.getSession().getJdbcCoordinator().getStatementPreparer()::prepareStatement,
        (Integer rows, PreparedStatement statement) -> {
        }, context);
  }

  private static SessionFactoryImplementor factory(ExecutionContext context) {
    return context.getSession().getFactory();
  }

  /** The connection itself, past what batches its updates. */
  private static ReactiveConnection connection(ExecutionContext context) {
    return ((ReactiveConnectionSupplier) context.getSession()).getReactiveConnection().withBatchSize(1);
  }
}
