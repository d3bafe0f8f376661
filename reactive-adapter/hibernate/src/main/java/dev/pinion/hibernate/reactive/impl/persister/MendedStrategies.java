package dev.pinion.hibernate.reactive.impl.persister;

import dev.pinion.hibernate.reactive.impl.insert.StagedInsertStrategy;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.internal.MappingModelCreationProcess;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.reactive.provider.service.ReactiveSqmMultiTableMutationStrategyProvider;

/** Runs HQL inserts that need several steps, where Hibernate Reactive would end in a NullPointerException. */
public final class MendedStrategies extends ReactiveSqmMultiTableMutationStrategyProvider {

  @Override
  public SqmMultiTableInsertStrategy createInsertStrategy(
      EntityMappingType root, MappingModelCreationProcess process) {
    SqmMultiTableInsertStrategy strategy = super.createInsertStrategy(root, process);
    return strategy instanceof LocalTemporaryTableInsertStrategy temporary
        ? new StagedInsertStrategy(temporary)
        : strategy;
  }
}
