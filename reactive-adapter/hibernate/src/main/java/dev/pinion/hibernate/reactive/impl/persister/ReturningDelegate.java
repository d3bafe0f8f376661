package dev.pinion.hibernate.reactive.impl.persister;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.hibernate.HibernateException;
import org.hibernate.StaleObjectStateException;
import org.hibernate.engine.jdbc.mutation.JdbcValueBindings;
import org.hibernate.engine.jdbc.mutation.group.PreparedStatementDetails;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.EventType;
import org.hibernate.generator.values.GeneratedValueBasicResultBuilder;
import org.hibernate.generator.values.GeneratedValues;
import org.hibernate.generator.values.internal.GeneratedValuesHelper;
import org.hibernate.generator.values.internal.TableUpdateReturningBuilder;
import org.hibernate.id.insert.AbstractReturningDelegate;
import org.hibernate.id.insert.TableInsertReturningBuilder;
import org.hibernate.jdbc.Expectation;
import org.hibernate.metamodel.mapping.BasicEntityIdentifierMapping;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.reactive.generator.values.internal.ReactiveGeneratedValuesHelper;
import org.hibernate.reactive.id.insert.ReactiveAbstractReturningDelegate;
import org.hibernate.reactive.session.ReactiveConnectionSupplier;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.model.ast.MutatingTableReference;
import org.hibernate.sql.model.ast.builder.TableMutationBuilder;

/**
 * Reads all that the database generates with the statement itself, by {@code returning}. Hibernate Reactive's own
 * delegate does so for identities only, and its batching connection keeps no more than the first column.
 */
final class ReturningDelegate extends AbstractReturningDelegate implements ReactiveAbstractReturningDelegate {

  private final AbstractEntityPersister persister;
  private final MutatingTableReference table;
  private final List<ColumnReference> generated;

  ReturningDelegate(AbstractEntityPersister persister, EventType timing) {
    super(persister, timing, true, false);
    this.persister = persister;
    table = new MutatingTableReference(persister.getIdentifierTableMapping());
    generated = jdbcValuesMappingProducer.getResultBuilders().stream()
        .map(GeneratedValueBasicResultBuilder::getModelPart)
        .map(GeneratedValuesHelper::getActualGeneratedModelPart)
        .map(part -> new ColumnReference(table, part))
        .toList();
  }

  @Override
  public TableMutationBuilder<?> createTableMutationBuilder(Expectation expectation,
      SessionFactoryImplementor factory) {
    return getTiming() == EventType.INSERT
        ? new TableInsertReturningBuilder(persister, table, generated, factory)
        : new TableUpdateReturningBuilder<>(persister, table, generated, factory);
  }

  @Override
  public String prepareIdentifierGeneratingInsert(String insert) {
    BasicEntityIdentifierMapping id =
        (BasicEntityIdentifierMapping) persister.getRootEntityDescriptor().getIdentifierMapping();
    return dialect().getIdentityColumnSupport().appendIdentitySelectToInsert(id.getSelectionExpression(), insert);
  }

  @Override
  public AbstractEntityPersister getPersister() {
    return persister;
  }

  @Override
  public CompletionStage<GeneratedValues> reactivePerformMutation(PreparedStatementDetails statement,
      JdbcValueBindings values, Object entity, SharedSessionContractImplementor session) {
    return ReactiveAbstractReturningDelegate.super.reactivePerformMutation(statement, values, entity, session)
        .handle((returned, failure) -> {
          if (failure == null) {
            return returned;
          }
          // That very class is thrown when no row has come back.
          if (getTiming() == EventType.UPDATE && cause(failure).getClass() == HibernateException.class) {
            throw new StaleObjectStateException(
                persister.getEntityName(), persister.getIdentifier(entity, session));
          }
          throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
        });
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
  }

  @Override
  public CompletionStage<GeneratedValues> reactiveExecuteAndExtractReturning(String sql, Object[] parameters,
      SharedSessionContractImplementor session) {
    return ((ReactiveConnectionSupplier) session).getReactiveConnection()
        .selectJdbc(sql, parameters)
        .thenCompose(row ->
            ReactiveGeneratedValuesHelper.getGeneratedValues(row, persister, getTiming(), session));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, SharedSessionContractImplementor session) {
    return session.getJdbcCoordinator().getMutationStatementPreparer()
        .prepareStatement(sql, PreparedStatement.NO_GENERATED_KEYS);
  }

  @Override
  public GeneratedValues performMutation(PreparedStatementDetails statement, JdbcValueBindings values, Object entity,
      SharedSessionContractImplementor session) {
    throw blocking();
  }

  @Override
  protected GeneratedValues executeAndExtractReturning(String sql, PreparedStatement statement,
      SharedSessionContractImplementor session) {
    throw blocking();
  }

  private static UnsupportedOperationException blocking() {
    return new UnsupportedOperationException("A reactive session executes its statements without blocking");
  }
}
