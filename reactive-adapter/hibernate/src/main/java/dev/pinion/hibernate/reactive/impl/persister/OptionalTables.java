package dev.pinion.hibernate.reactive.impl.persister;

import dev.pinion.dialect.impl.sql.Discriminators;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.sql.model.MutationOperation;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.ValuesAnalysis;
import org.hibernate.sql.model.ast.MutationGroup;
import org.hibernate.sql.model.ast.TableMutation;
import org.hibernate.sql.model.internal.MutationOperationGroupFactory;
import org.hibernate.sql.model.internal.OptionalTableUpdate;

/**
 * Writes rows that may or may not be there with operations of Hibernate Reactive: an update, and an insert if there was
 * nothing to update. The dialect's upsert is one that only a blocking session can run; Hibernate Reactive would pass
 * over it without a word.
 */
final class OptionalTables {

  private OptionalTables() {
  }

  static boolean isIn(MutationGroup group) {
    return IntStream.range(0, group.getNumberOfTableMutations())
        .anyMatch(i -> group.getTableMutation(i) instanceof OptionalTableUpdate);
  }

  static MutationOperationGroup operations(
      MutationGroup group, ValuesAnalysis values, AbstractEntityPersister persister) {
    MutationOperation[] operations = IntStream.range(0, group.getNumberOfTableMutations())
        .mapToObj(i -> operation(group.getTableMutation(i), values, persister.getFactory()))
        .filter(Objects::nonNull)
        .toArray(MutationOperation[]::new);
    return switch (operations.length) {
      case 0 -> MutationOperationGroupFactory.noOperations(group);
      case 1 -> MutationOperationGroupFactory.singleOperation(group, operations[0]);
      default -> MutationOperationGroupFactory.manyOperations(group.getMutationType(), persister, operations);
    };
  }

  private static MutationOperation operation(
      TableMutation<?> mutation, ValuesAnalysis values, SessionFactoryImplementor factory) {
    return mutation instanceof OptionalTableUpdate update
        ? new UpsertOperation(Discriminators.in(update, factory), factory)
        : mutation.createMutationOperation(values, factory);
  }
}
