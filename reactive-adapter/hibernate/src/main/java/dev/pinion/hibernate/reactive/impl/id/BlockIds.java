package dev.pinion.hibernate.reactive.impl.id;

import dev.pinion.dialect.impl.id.AskedForEachRow;
import dev.pinion.dialect.impl.id.CountingGenerator;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.BulkInsertionCapableIdentifierGenerator;
import org.hibernate.id.IdentifierGenerationException;
import org.hibernate.id.OptimizableGenerator;
import org.hibernate.id.enhanced.Optimizer;
import org.hibernate.reactive.id.impl.ReactiveGeneratorWrapper;
import org.hibernate.reactive.session.ReactiveConnectionSupplier;

/** What Hibernate sees of {@link ReactiveIds}: that an HQL insert has its rows numbered, and ids given to each. */
final class BlockIds extends ReactiveGeneratorWrapper
    implements BulkInsertionCapableIdentifierGenerator, OptimizableGenerator {

  private final CountingGenerator generator;

  BlockIds(ReactiveIds ids, CountingGenerator generator) {
    super(ids, generator);
    this.generator = generator;
  }

  @Override
  public Optimizer getOptimizer() {
    return new AskedForEachRow(generator.getOptimizer());
  }

  @Override
  public boolean supportsBulkInsertionIdentifierGeneration() {
    return false;
  }

  @Override
  public String determineBulkInsertionIdentifierGenerationSelectFragment(SqlStringGenerationContext context) {
    throw new UnsupportedOperationException("SQLite has no sequence to call within a statement");
  }

  @Override
  public Object generate(SharedSessionContractImplementor session, Object entity) {
    if (TakenIds.areGiven()) {
      return TakenIds.next(this);
    }
    if (session instanceof ReactiveConnectionSupplier) {
      throw new IdentifierGenerationException("Hibernate asks for an id where a reactive session cannot wait for it."
          + " In an HQL insert of values into one table name the id in the statement, or persist the entity");
    }
    return super.generate(session, entity);
  }
}
