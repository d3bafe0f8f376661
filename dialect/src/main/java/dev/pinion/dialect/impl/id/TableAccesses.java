package dev.pinion.dialect.impl.id;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.hibernate.id.enhanced.TableGenerator;

/**
 * What {@link TableGenerator#getTableAccessCount()} answers. The method is final and its number private, and only the
 * statements that {@link SqliteTableGenerator} replaces move it: no other way leads there.
 */
final class TableAccesses {

  private static final VarHandle COUNT = find();

  private TableAccesses() {
  }

  private static VarHandle find() {
    try {
      return MethodHandles.privateLookupIn(TableGenerator.class, MethodHandles.lookup())
          .findVarHandle(TableGenerator.class, "accessCount", long.class);
    } catch (ReflectiveOperationException e) {
      // Another Hibernate may count elsewhere; nothing but its own tests asks for it.
      return null;
    }
  }

  static void count(TableGenerator generator) {
    if (COUNT != null) {
      COUNT.getAndAdd(generator, 1L);
    }
  }
}
