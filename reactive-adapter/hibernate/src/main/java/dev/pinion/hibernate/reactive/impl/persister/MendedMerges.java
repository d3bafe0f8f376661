package dev.pinion.hibernate.reactive.impl.persister;

import java.util.concurrent.CompletionStage;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.values.GeneratedValues;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.reactive.persister.entity.impl.ReactiveMergeCoordinatorStandardScopeFactory;
import org.hibernate.reactive.persister.entity.mutation.ReactiveMergeCoordinator;
import org.hibernate.reactive.persister.entity.mutation.ReactiveScopedUpdateCoordinator;
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
      if (Mending.UPDATES_WORK || entityPersister().getVersionMapping() == null) {
        return super.reactiveUpdate(
            entity, id, rowId, values, oldVersion, oldValues, dirtyAttributes, hasDirtyCollection, session);
      }
      return Mending.outcome(this, () -> update(
          entity, id, rowId, values, oldVersion, oldValues, dirtyAttributes, hasDirtyCollection, session));
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
