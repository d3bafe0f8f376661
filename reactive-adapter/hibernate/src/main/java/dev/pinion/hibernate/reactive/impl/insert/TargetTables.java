package dev.pinion.hibernate.reactive.impl.insert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.dialect.temptable.TemporaryTable;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.mutation.EntityTableMapping;
import org.hibernate.query.results.TableGroupImpl;
import org.hibernate.query.spi.QueryOptions;
import org.hibernate.sql.ast.tree.expression.ColumnReference;
import org.hibernate.sql.ast.tree.from.NamedTableReference;
import org.hibernate.sql.ast.tree.from.TableGroup;
import org.hibernate.sql.ast.tree.from.TableReference;
import org.hibernate.sql.ast.tree.from.UnionTableReference;
import org.hibernate.sql.ast.tree.insert.ConflictClause;
import org.hibernate.sql.ast.tree.insert.InsertSelectStatement;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.QuerySpec;
import org.hibernate.sql.ast.tree.update.Assignment;
import org.hibernate.sql.exec.spi.JdbcOperationQueryMutation;
import org.hibernate.sql.results.internal.SqlSelectionImpl;

/** The tables of the entity, and which columns of the staged rows go into which. */
final class TargetTables {

  private final TableGroup target;
  private final EntityMappingType entity;
  private final AbstractEntityPersister persister;
  private final NamedTableReference staging;
  private final ConflictClause conflict;
  private final Map<String, List<ColumnReference>> columns = new HashMap<>();
  private boolean haveIds;

  TargetTables(TableGroup target, Map<String, TableReference> tablesByAlias, List<Assignment> assignments,
      TemporaryTable staging, ConflictClause conflict) {
    this.target = target;
    this.entity = (EntityMappingType) target.getModelPart();
    this.persister = (AbstractEntityPersister) entity.getEntityPersister();
    this.staging = new NamedTableReference(staging.getTableExpression(), TemporaryTable.DEFAULT_ALIAS);
    this.conflict = conflict;
    for (Assignment assignment : assignments) {
      for (ColumnReference column : assignment.getAssignable().getColumnReferences()) {
        // Only the number of a staged row stands in no table of the entity.
        if (column.getQualifier() != null) {
          add(column, name(tablesByAlias.get(column.getQualifier())));
        }
      }
    }
    if (conflict != null && !others().isEmpty()) {
      // A row that is passed over in one table would stand in the others all the same.
      throw new UnsupportedOperationException("An HQL insert with \"on conflict\" goes into one table, and "
          + entity.getEntityName() + " has several: insert what is not there by a condition of the select");
    }
  }

  private void add(ColumnReference column, String table) {
    if (keyColumns(table).contains(column.getColumnExpression())) {
      haveIds = true;
    } else {
      columns.computeIfAbsent(table, any -> new ArrayList<>()).add(column);
    }
  }

  private List<String> keyColumns(String table) {
    List<String> names = new ArrayList<>();
    persister.forEachMutableTable(mapping -> {
      if (mapping.getTableName().equals(table)) {
        mapping.getKeyMapping().forEachKeyColumn(key -> names.add(key.getColumnName()));
      }
    });
    return names;
  }

  private String name(TableReference table) {
    return table instanceof NamedTableReference named && !(table instanceof UnionTableReference)
        ? named.getTableExpression()
        : root().getTableName();
  }

  EntityTableMapping root() {
    return persister.getIdentifierTableMapping();
  }

  AbstractEntityPersister persister() {
    return persister;
  }

  private List<ColumnReference> columns(EntityTableMapping table) {
    return columns.getOrDefault(table.getTableName(), List.of());
  }

  /** Whether the statement itself names the ids. */
  boolean haveIds() {
    return haveIds;
  }

  boolean rootHasValues() {
    return !columns(root()).isEmpty();
  }

  /** Those beside the root that get rows, in an order that keeps foreign keys. */
  List<EntityTableMapping> others() {
    List<EntityTableMapping> others = new ArrayList<>();
    persister.forEachMutableTable(table -> {
      if (!table.isIdentifierTable() && !(table.isOptional() && columns(table).isEmpty())) {
        others.add(table);
      }
    });
    return others;
  }

  /** Copies the staged rows, with their ids, into a table. */
  JdbcOperationQueryMutation copy(EntityTableMapping table, SessionFactoryImplementor factory) {
    return copy(table, true, null, factory);
  }

  /** Copies those staged rows that the predicate takes into the root, which makes the ids. */
  JdbcOperationQueryMutation copyWithoutId(Predicate predicate, SessionFactoryImplementor factory) {
    return copy(root(), false, predicate, factory);
  }

  private JdbcOperationQueryMutation copy(EntityTableMapping table, boolean withId, Predicate predicate,
      SessionFactoryImplementor factory) {
    QuerySpec staged = new QuerySpec(true);
    staged.getFromClause().addRoot(new TableGroupImpl(target.getNavigablePath(), null, staging, entity));
    staged.applyPredicate(predicate);
    InsertSelectStatement insert = new InsertSelectStatement(
        new NamedTableReference(table.getTableName(), InsertSelectStatement.DEFAULT_ALIAS));
    insert.setSourceSelectStatement(staged);
    if (table.isIdentifierTable()) {
      insert.setConflictClause(conflict);
    }
    for (ColumnReference column : columns(table)) {
      add(insert, staged, column, column.getColumnExpression());
    }
    if (withId) {
      entity.getIdentifierMapping().forEachSelectable((index, id) -> {
        String key = table.getKeyMapping().getKeyColumn(index).getColumnName();
        add(insert, staged, new ColumnReference((String) null, key, false, null, id.getJdbcMapping()),
            id.getSelectionExpression());
      });
    }
    return factory.getJdbcServices().getJdbcEnvironment().getSqlAstTranslatorFactory()
        .buildMutationTranslator(factory, insert)
        .translate(null, QueryOptions.NONE);
  }

  private void add(InsertSelectStatement insert, QuerySpec staged, ColumnReference column, String stagedColumn) {
    insert.addTargetColumnReferences(column);
    staged.getSelectClause().addSqlSelection(new SqlSelectionImpl(new ColumnReference(
        staging.getIdentificationVariable(), stagedColumn, false, null, column.getJdbcMapping())));
  }
}
