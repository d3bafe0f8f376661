package dev.pinion.hibernate.reactive.impl.persister;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.metamodel.mapping.internal.MappingModelCreationProcess;
import org.hibernate.query.spi.DomainQueryExecutionContext;
import org.hibernate.query.sqm.internal.DomainParameterXref;
import org.hibernate.query.sqm.mutation.internal.temptable.LocalTemporaryTableInsertStrategy;
import org.hibernate.query.sqm.mutation.spi.SqmMultiTableInsertStrategy;
import org.hibernate.query.sqm.tree.insert.SqmInsertStatement;
import org.hibernate.reactive.provider.service.ReactiveSqmMultiTableMutationStrategyProvider;
import org.hibernate.reactive.query.sqm.mutation.spi.ReactiveSqmMultiTableInsertStrategy;

/** Says what HQL cannot do in reactive sessions, where Hibernate Reactive would end in a NullPointerException. */
public final class MendedStrategies extends ReactiveSqmMultiTableMutationStrategyProvider {

  @Override
  public SqmMultiTableInsertStrategy createInsertStrategy(
      EntityMappingType root, MappingModelCreationProcess process) {
    SqmMultiTableInsertStrategy strategy = super.createInsertStrategy(root, process);
    return strategy instanceof LocalTemporaryTableInsertStrategy temporary ? new Refusing(temporary) : strategy;
  }

  private static final class Refusing extends LocalTemporaryTableInsertStrategy
      implements ReactiveSqmMultiTableInsertStrategy {

    Refusing(LocalTemporaryTableInsertStrategy strategy) {
      super(strategy.getTemporaryTable(), strategy.getSessionFactory());
    }

    @Override
    public CompletionStage<Integer> reactiveExecuteInsert(SqmInsertStatement<?> statement,
        DomainParameterXref parameters, DomainQueryExecutionContext context) {
      return CompletableFuture.failedFuture(new UnsupportedOperationException("Hibernate Reactive cannot run an HQL"
          + " insert into " + statement.getTarget().getEntityName() + ", which has several tables: insert entities with"
          + " StatelessSession.insertAll, or use native SQL"));
    }
  }
}
