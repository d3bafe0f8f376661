package dev.pinion.dialect.impl.sql;

import java.util.ArrayList;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.sql.model.MutationType;
import org.hibernate.sql.model.ast.ColumnValueBinding;
import org.hibernate.sql.model.ast.builder.MutationGroupBuilder;
import org.hibernate.sql.model.ast.builder.TableInsertBuilderStandard;
import org.hibernate.sql.model.internal.OptionalTableUpdate;

/** Has an upsert say of which class its row is, which Hibernate leaves out, so that the row could not be inserted. */
public final class Discriminators {

  private Discriminators() {
  }

  /** The upsert itself where its table has no discriminator that Hibernate sets. */
  public static OptionalTableUpdate in(OptionalTableUpdate upsert, SessionFactoryImplementor factory) {
    if (!(upsert.getMutationTarget() instanceof AbstractEntityPersister entity)
        || !upsert.getMutatingTable().getTableMapping().isIdentifierTable()) {
      return upsert;
    }
    var row = new TableInsertBuilderStandard(entity, upsert.getMutatingTable(), factory);
    var rows = new MutationGroupBuilder(MutationType.INSERT, entity);
    rows.addTableDetailsBuilder(row);
    entity.addDiscriminatorToInsertGroup(rows);
    var discriminators = row.buildMutation().getValueBindings();
    if (discriminators.isEmpty()) {
      return upsert;
    }
    var values = new ArrayList<ColumnValueBinding>(upsert.getValueBindings());
    values.addAll(discriminators);
    return new OptionalTableUpdate(upsert.getMutatingTable(), entity, values, upsert.getKeyBindings(),
        upsert.getOptimisticLockBindings());
  }
}
