package dev.pinion.hibernate.reactive.impl.id;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.Generator;
import org.hibernate.id.CompositeNestedGeneratedValueGenerator;
import org.hibernate.id.IdentifierGenerationException;
import org.hibernate.reactive.id.ReactiveIdentifierGenerator;
import org.hibernate.reactive.session.ReactiveConnectionSupplier;

/**
 * Generates the parts of a composite identifier. Hibernate does so in one go, which cannot wait; so it is begun again
 * each time that a further part has been waited for.
 */
public final class CompositeIds extends CompositeNestedGeneratedValueGenerator
    implements ReactiveIdentifierGenerator<Object> {

  private static final VarHandle PLANS;

  static {
    try {
      PLANS = MethodHandles.privateLookupIn(CompositeNestedGeneratedValueGenerator.class, MethodHandles.lookup())
          .findVarHandle(CompositeNestedGeneratedValueGenerator.class, "generationPlans", List.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Hibernate ORM hides how composite identifiers are generated;"
          + " use the version that Pinion was built with", e);
    }
  }

  private final CompositeNestedGeneratedValueGenerator generator;

  /** The generator itself unless one of its parts must be waited for. */
  public static Generator of(CompositeNestedGeneratedValueGenerator generator) {
    return ((List<?>) PLANS.get(generator)).stream()
        .anyMatch(plan -> ((GenerationPlan) plan).getGenerator() instanceof BlockIds)
        ? new CompositeIds(generator)
        : generator;
  }

  private CompositeIds(CompositeNestedGeneratedValueGenerator generator) {
    super(null, null);
    this.generator = generator;
  }

  @Override
  public CompletionStage<Object> generate(ReactiveConnectionSupplier session, Object entity) {
    if (entity == session) {
      // Hibernate Reactive's stateless sessions name themselves in its place.
      return CompletableFuture.failedFuture(new IdentifierGenerationException(
          "A stateless session of Hibernate Reactive cannot generate a part of a composite identifier:"
              + " set all of it, or use a session"));
    }
    return generate(session, entity, new ArrayList<>());
  }

  private CompletionStage<Object> generate(ReactiveConnectionSupplier session, Object entity, List<Object> parts) {
    try {
      return CompletableFuture.completedFuture(TakenIds.during(parts, () ->
          generator.generate((SharedSessionContractImplementor) session, entity)));
    } catch (TakenIds.MissingException missing) {
      return missing.generator().generate(session, entity).thenCompose(part -> {
        parts.add(part);
        return generate(session, entity, parts);
      });
    }
  }

  @Override
  public Object generate(SharedSessionContractImplementor session, Object entity) {
    return generator.generate(session, entity);
  }

  @Override
  public void registerExportables(Database database) {
    generator.registerExportables(database);
  }

  @Override
  public void initialize(SqlStringGenerationContext context) {
    generator.initialize(context);
  }
}
