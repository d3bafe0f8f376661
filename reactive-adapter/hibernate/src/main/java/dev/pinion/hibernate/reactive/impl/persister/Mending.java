package dev.pinion.hibernate.reactive.impl.persister;

import dev.pinion.hibernate.reactive.impl.id.CompositeIds;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.generator.Generator;
import org.hibernate.generator.values.GeneratedValues;
import org.hibernate.generator.values.GeneratedValuesMutationDelegate;
import org.hibernate.id.CompositeNestedGeneratedValueGenerator;
import org.hibernate.id.insert.InsertReturningDelegate;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.mutation.MergeCoordinator;
import org.hibernate.persister.entity.mutation.UpdateCoordinator;
import org.hibernate.persister.entity.mutation.UpdateCoordinatorStandard;
import org.hibernate.reactive.id.insert.ReactiveInsertReturningDelegate;
import org.hibernate.reactive.persister.entity.mutation.ReactiveUpdateCoordinatorStandard;

/** Decides what is mended, for the three persisters. */
final class Mending {

  /** Whether this Hibernate ORM still has the method that Hibernate Reactive's updates of versioned entities call. */
  static final boolean UPDATES_WORK = Arrays.stream(UpdateCoordinatorStandard.class.getDeclaredMethods())
      .anyMatch(method -> method.getName().equals("handlePotentialImplicitForcedVersionIncrement")
          && method.getParameterCount() == 7);

  private Mending() {
  }

  static Generator generator(Generator standard) {
    return standard instanceof CompositeNestedGeneratedValueGenerator composite
        ? CompositeIds.of(composite) : standard;
  }

  /** The identifier itself, where a stateless insert passes all that the database has generated. */
  static Object identifier(AbstractEntityPersister persister, Object id) {
    return id instanceof GeneratedValues generated
        ? generated.getGeneratedValue(persister.getIdentifierMapping())
        : id;
  }

  /** Joined and union persisters of Hibernate Reactive get the delegate of Hibernate ORM, which blocks. */
  static GeneratedValuesMutationDelegate returning(GeneratedValuesMutationDelegate standard,
      AbstractEntityPersister persister) {
    return standard instanceof ReactiveInsertReturningDelegate || standard instanceof InsertReturningDelegate
        ? new ReturningDelegate(persister, standard.getTiming())
        : standard;
  }

  static UpdateCoordinator update(UpdateCoordinator standard, AbstractEntityPersister persister) {
    return standard instanceof UpdateCoordinatorStandard ? new MendedUpdates(persister) : standard;
  }

  static UpdateCoordinator merge(UpdateCoordinator standard, AbstractEntityPersister persister) {
    return standard instanceof MergeCoordinator ? new MendedMerges(persister) : standard;
  }

  /**
   * Runs an update by way of Hibernate ORM, which calls back into Hibernate Reactive to execute the statements.
   *
   * @return completes when the statements have; with null if there was nothing to update
   */
  static CompletionStage<GeneratedValues> outcome(ReactiveUpdateCoordinatorStandard coordinator, Runnable update) {
    try {
      update.run();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
    CompletableFuture<GeneratedValues> outcome = Outcome.of(coordinator);
    return outcome == null ? CompletableFuture.completedFuture(null) : outcome;
  }

  /** Hibernate Reactive keeps the stage of the running update to itself. Loaded only if updates need mending. */
  private static final class Outcome {

    private static final VarHandle STAGE;

    static {
      try {
        STAGE = MethodHandles.privateLookupIn(ReactiveUpdateCoordinatorStandard.class, MethodHandles.lookup())
            .findVarHandle(ReactiveUpdateCoordinatorStandard.class, "updateResultStage", CompletableFuture.class);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("This Hibernate Reactive does not work with this Hibernate ORM: an update of a"
            + " versioned entity would fail. Use the Hibernate ORM that it was built with", e);
      }
    }

    @SuppressWarnings("unchecked")
    static CompletableFuture<GeneratedValues> of(ReactiveUpdateCoordinatorStandard coordinator) {
      return (CompletableFuture<GeneratedValues>) STAGE.get(coordinator);
    }
  }
}
