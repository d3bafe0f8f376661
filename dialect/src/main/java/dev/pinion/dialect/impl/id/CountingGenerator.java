package dev.pinion.dialect.impl.id;

import java.util.Optional;
import org.hibernate.id.IdentifierGenerator;
import org.hibernate.id.IntegralDataTypeHolder;
import org.hibernate.id.OptimizableGenerator;

/** The parts of a generator that ask no database, for sessions that are not JDBC's. To be asked once initialized. */
public interface CountingGenerator extends IdentifierGenerator, OptimizableGenerator {

  /** An insert and its parameters. */
  record Insert(String sql, Object[] parameters) {
  }

  Blocks blocks();

  Counter counter();

  /** Adds the row of the counter unless there is one; nothing if only the schema tools may add it. */
  Optional<Insert> insert();

  /** What the optimizer expects for a value of the counter. */
  IntegralDataTypeHolder sourceValue(long counted);
}
