package dev.pinion.hibernate.reactive.impl.persister;

import dev.pinion.dialect.impl.error.SqliteError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.hibernate.StaleObjectStateException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.generator.values.GeneratedValues;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.reactive.persister.entity.impl.ReactiveMergeCoordinatorStandardScopeFactory;
import org.hibernate.reactive.persister.entity.mutation.ReactiveMergeCoordinator;
import org.hibernate.reactive.persister.entity.mutation.ReactiveScopedUpdateCoordinator;
import org.hibernate.reactive.util.impl.CompletionStages;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.ValuesAnalysis;
import org.hibernate.sql.model.ast.MutationGroup;

/** Makes one coordinator for each upsert, as Hibernate Reactive does. */
final class MendedMerges extends ReactiveMergeCoordinatorStandardScopeFactory {

  MendedMerges(AbstractEntityPersister persister) {
    super(persister, persister.getFactory());
  }

  @Override
  public ReactiveScopedUpdateCoordinator makeScopedCoordinator() {
    return new Scoped(this);
  }

  @Override
  protected MutationOperationGroup createOperationGroup(ValuesAnalysis values, MutationGroup group) {
    return OptionalTables.isIn(group)
        ? OptionalTables.operations(group, values, entityPersister())
        : super.createOperationGroup(values, group);
  }

  private static final class Scoped extends ReactiveMergeCoordinator {

    Scoped(MendedMerges all) {
      super(all.entityPersister(), all.factory(), all.getStaticMutationOperationGroup(), all.getBatchKey(),
          all.getVersionUpdateGroup(), all.getVersionUpdateBatchkey());
    }

    @Override
    public CompletionStage<GeneratedValues> reactiveUpdate(Object entity, Object id, Object rowId, Object[] values,
        Object oldVersion, Object[] oldValues, int[] dirtyAttributes, boolean hasDirtyCollection,
        SharedSessionContractImplementor session) {
      if (entityPersister().getVersionMapping() == null) {
        return super.reactiveUpdate(
            entity, id, rowId, values, oldVersion, oldValues, dirtyAttributes, hasDirtyCollection, session);
      }
      CompletionStage<GeneratedValues> outcome = Mending.UPDATES_WORK
          ? super.reactiveUpdate(
              entity, id, rowId, values, oldVersion, oldValues, dirtyAttributes, hasDirtyCollection, session)
          : Mending.outcome(this, () -> update(
              entity, id, rowId, values, oldVersion, oldValues, dirtyAttributes, hasDirtyCollection, session));
      return outcome.handle(CompletionStages::handle).thenCompose(handled -> isOfAnotherVersion(handled.getThrowable())
          ? CompletableFuture.failedFuture(new StaleObjectStateException(entityPersister().getEntityName(), id))
          : handled.getResultAsCompletionStage());
    }

    /** Neither was there such a row to update, nor could it be inserted. */
    private static boolean isOfAnotherVersion(Throwable failure) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      if (!(cause instanceof ConstraintViolationException violation)) {
        return false;
      }
      SqliteError error = SqliteError.of(violation.getSQLException());
      return error.is("SQLITE_CONSTRAINT_PRIMARYKEY") || error.is("SQLITE_CONSTRAINT_ROWID");
    }

    @Override
    protected MutationOperationGroup createOperationGroup(ValuesAnalysis values, MutationGroup group) {
      return OptionalTables.isIn(group)
          ? OptionalTables.operations(group, values, entityPersister())
          : super.createOperationGroup(values, group);
    }

    @Override
    protected GeneratedValues doVersionUpdate(Object entity, Object id, Object version, Object oldVersion,
        Object[] loadedState, SharedSessionContractImplementor session) {
      return doVersionUpdate(entity, id, version, oldVersion, session);
    }
  }
}
