package dev.pinion.hibernate.reactive.impl.persister;

import org.hibernate.cache.spi.access.EntityDataAccess;
import org.hibernate.cache.spi.access.NaturalIdDataAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.generator.values.GeneratedValuesMutationDelegate;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.persister.entity.mutation.UpdateCoordinator;
import org.hibernate.reactive.persister.entity.impl.ReactiveJoinedSubclassEntityPersister;

/** Persists a hierarchy with a table per class. */
public final class JoinedSubclassPersister extends ReactiveJoinedSubclassEntityPersister {

  /** For Hibernate, which looks for this signature. */
  public JoinedSubclassPersister(PersistentClass persistentClass, EntityDataAccess cacheAccess,
      NaturalIdDataAccess naturalIdCacheAccess, RuntimeModelCreationContext context) {
    super(persistentClass, cacheAccess, naturalIdCacheAccess, context);
  }

  @Override
  public Generator getGenerator() {
    return Mending.generator(super.getGenerator());
  }

  @Override
  public void setIdentifier(Object entity, Object id, SharedSessionContractImplementor session) {
    super.setIdentifier(entity, Mending.identifier(this, id), session);
  }

  @Override
  public GeneratedValuesMutationDelegate createInsertDelegate() {
    return Mending.returning(super.createInsertDelegate(), this);
  }

  @Override
  protected GeneratedValuesMutationDelegate createUpdateDelegate() {
    return Mending.returning(super.createUpdateDelegate(), this);
  }

  @Override
  protected UpdateCoordinator buildUpdateCoordinator() {
    return Mending.update(super.buildUpdateCoordinator(), this);
  }

  @Override
  protected UpdateCoordinator buildMergeCoordinator() {
    return Mending.merge(super.buildMergeCoordinator(), this);
  }
}
