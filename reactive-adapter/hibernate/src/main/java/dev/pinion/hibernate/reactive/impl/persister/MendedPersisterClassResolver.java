package dev.pinion.hibernate.reactive.impl.persister;

import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.provider.service.ReactivePersisterClassResolver;

/** Names the persisters of this package instead of those that they extend. */
public final class MendedPersisterClassResolver extends ReactivePersisterClassResolver {

  @Override
  public Class<? extends EntityPersister> singleTableEntityPersister() {
    return SingleTablePersister.class;
  }

  @Override
  public Class<? extends EntityPersister> joinedSubclassEntityPersister() {
    return JoinedSubclassPersister.class;
  }

  @Override
  public Class<? extends EntityPersister> unionSubclassEntityPersister() {
    return UnionSubclassPersister.class;
  }
}
