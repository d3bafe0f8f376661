package dev.pinion.hibernate.reactive.impl.persister;

import jakarta.persistence.OptimisticLockException;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.hibernate.StaleObjectStateException;
import org.hibernate.engine.jdbc.batch.spi.BatchKey;
import org.hibernate.engine.jdbc.mutation.MutationExecutor;
import org.hibernate.engine.jdbc.mutation.OperationResultChecker;
import org.hibernate.engine.jdbc.mutation.TableInclusionChecker;
import org.hibernate.engine.jdbc.mutation.spi.BatchKeyAccess;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.reactive.engine.jdbc.mutation.internal.ReactiveMutationExecutorSingleBatched;
import org.hibernate.reactive.engine.jdbc.mutation.internal.ReactiveMutationExecutorStandard;
import org.hibernate.reactive.sql.exec.internal.ReactiveStandardMutationExecutorService;
import org.hibernate.reactive.sql.model.ReactiveSelfExecutingUpdateOperation;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.MutationType;
import org.hibernate.sql.model.PreparableMutationOperation;
import org.hibernate.sql.model.ValuesAnalysis;

/**
 * Runs the statements of an entity that has more than one table: Hibernate Reactive drops them where they are batched,
 * and passes over the updates of optional tables. Where it has one table, each row of a batch is checked.
 */
public final class MendedExecutorService extends ReactiveStandardMutationExecutorService {

  /** The row that a session has put into a batch last. */
  private final Map<SharedSessionContractImplementor, WeakReference<BatchedRow>> lastRows =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** With the settings of Hibernate, for the batch size. */
  public MendedExecutorService(Map<String, Object> settings) {
    super(settings);
  }

  @Override
  public MutationExecutor createExecutor(
      BatchKeyAccess batchKey, MutationOperationGroup group, SharedSessionContractImplementor session) {
    if (group.getNumberOfOperations() == 1) {
      MutationExecutor single = super.createExecutor(batchKey, group, session);
      return single instanceof ReactiveMutationExecutorSingleBatched
          ? new Batched((PreparableMutationOperation) group.getSingleOperation(), batchKey.getBatchKey(), session)
          : single;
    }
    List<ReactiveSelfExecutingUpdateOperation> optional = IntStream.range(0, group.getNumberOfOperations())
        .mapToObj(group::getOperation)
        .filter(ReactiveSelfExecutingUpdateOperation.class::isInstance)
        .map(ReactiveSelfExecutingUpdateOperation.class::cast)
        .toList();
    return new Executor(group, batchKey, optional, session);
  }

  /** Hibernate would look for the stale entity to go with the exception, and one that is deleted is not to be found. */
  private static OperationResultChecker deleted(OperationResultChecker checker) {
    return (details, count, position) -> {
      try {
        return checker.checkResult(details, count, position);
      } catch (StaleObjectStateException e) {
        throw new OptimisticLockException(e.getMessage(), e);
      }
    };
  }

  private final class Batched extends ReactiveMutationExecutorSingleBatched {

    private final boolean deletes;

    /** The connection of the session knows the size of its batches. */
    Batched(PreparableMutationOperation operation, BatchKey key, SharedSessionContractImplementor session) {
      super(operation, key, Integer.MAX_VALUE, session);
      deletes = operation.getMutationType() == MutationType.DELETE;
    }

    @Override
    public CompletionStage<Void> performReactiveBatchedOperations(ValuesAnalysis values,
        TableInclusionChecker inclusion, OperationResultChecker checker, SharedSessionContractImplementor session) {
      if (checker == null) {
        return super.performReactiveBatchedOperations(values, inclusion, null, session);
      }
      BatchedRow row = new BatchedRow(deletes ? deleted(checker) : checker, session);
      WeakReference<BatchedRow> reference = lastRows.put(session, new WeakReference<>(row));
      BatchedRow before = reference == null ? null : reference.get();
      if (before != null) {
        before.precedes(row);
      }
      return super.performReactiveBatchedOperations(values, inclusion, row, session);
    }
  }

  private static final class Executor extends ReactiveMutationExecutorStandard {

    private final List<ReactiveSelfExecutingUpdateOperation> optional;

    /** Without batches, which would not be sent; and a row must not be written before the one that it refers to. */
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
