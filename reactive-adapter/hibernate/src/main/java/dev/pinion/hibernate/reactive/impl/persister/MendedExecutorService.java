package dev.pinion.hibernate.reactive.impl.persister;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.hibernate.engine.jdbc.mutation.MutationExecutor;
import org.hibernate.engine.jdbc.mutation.TableInclusionChecker;
import org.hibernate.engine.jdbc.mutation.spi.BatchKeyAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.reactive.engine.jdbc.mutation.internal.ReactiveMutationExecutorStandard;
import org.hibernate.reactive.sql.exec.internal.ReactiveStandardMutationExecutorService;
import org.hibernate.reactive.sql.model.ReactiveSelfExecutingUpdateOperation;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.ValuesAnalysis;

/**
 * Runs the statements of an entity that has more than one table: Hibernate Reactive drops them where they are batched,
 * and passes over the updates of optional tables.
 */
public final class MendedExecutorService extends ReactiveStandardMutationExecutorService {

  /** With the settings of Hibernate, for the batch size. */
  public MendedExecutorService(Map<String, Object> settings) {
    super(settings);
  }

  @Override
  public MutationExecutor createExecutor(
      BatchKeyAccess batchKey, MutationOperationGroup group, SharedSessionContractImplementor session) {
    List<ReactiveSelfExecutingUpdateOperation> optional = IntStream.range(0, group.getNumberOfOperations())
        .mapToObj(group::getOperation)
        .filter(ReactiveSelfExecutingUpdateOperation.class::isInstance)
        .map(ReactiveSelfExecutingUpdateOperation.class::cast)
        .toList();
    return group.getNumberOfOperations() == 1
        ? super.createExecutor(batchKey, group, session)
        : new Executor(group, batchKey, optional, session);
  }

  private static final class Executor extends ReactiveMutationExecutorStandard {

    private final List<ReactiveSelfExecutingUpdateOperation> optional;

    /** Without batches: an optional table's row must not be written before the one that it refers to. */
    Executor(MutationOperationGroup group, BatchKeyAccess batchKey,
        List<ReactiveSelfExecutingUpdateOperation> optional, SharedSessionContractImplementor session) {
      super(group, batchKey, 1, session);
      this.optional = optional;
    }

    @Override
    public CompletionStage<Void> performReactiveSelfExecutingOperations(
        ValuesAnalysis values, TableInclusionChecker inclusion, SharedSessionContractImplementor session) {
      CompletionStage<Void> done = CompletableFuture.completedFuture(null);
      for (ReactiveSelfExecutingUpdateOperation operation : optional) {
        if (inclusion.include(operation.getTableDetails())) {
          done = done.thenCompose(previous ->
              operation.performReactiveMutation(getJdbcValueBindings(), values, session));
        }
      }
      return done;
    }
  }
}
