package dev.pinion.hibernate.reactive.impl;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.HibernateException;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.internal.exec.GenerationTarget;
import org.hibernate.tool.schema.spi.CommandAcceptanceException;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.jboss.logging.Logger;

/**
 * Runs the commands of one schema export in one transaction.
 *
 * <p>SQLite's DDL is transactional, so an export is seen whole or not at all and is synced to disk once. Foreign keys
 * are off meanwhile: with them, to drop a table is to delete its rows (foreignkeys.html, section 5), which rows of
 * tables that are not mapped may refuse, or follow. The rows of the tables that were created are checked at the end. A
 * command that fails is reported to Hibernate, whose {@code hibernate.hbm2ddl.halt_on_error} decides:
 * if it is on, the export fails and all of it is rolled back; if not, the failure is logged and the rest is kept.
 *
 * <p>Blocks its caller; refuses an event loop. Used for one export after another, never for two at once.
 */
final class SqliteGenerationTarget implements GenerationTarget {

  private static final Logger log = Logger.getLogger(SqliteGenerationTarget.class);

  private final ServiceRegistry registry;
  private Set<NamedTable> created;
  private boolean keysAreEnforced;
  private BlockingBridge bridge;
  private ReactiveConnection connection;
  private boolean failed;

  SqliteGenerationTarget(ServiceRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void prepare() {
    created = new LinkedHashSet<>();
    failed = false;
    bridge = new BlockingBridge(registry.requireService(VertxInstance.class).getVertx());
    connection = bridge.await(() -> registry.requireService(ReactiveConnectionPool.class).getConnection());
    try {
      keysAreEnforced = has("select 1 from pragma_foreign_keys where foreign_keys");
      // It has no effect within a transaction.
      bridge.await(() -> connection.executeUnprepared("pragma foreign_keys = off"));
      bridge.await(connection::beginTransaction);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void accept(String command) {
    try {
      bridge.await(() -> connection.executeUnprepared(command));
      NamedTable.created(command).ifPresent(created::add);
      NamedTable.dropped(command).ifPresent(created::remove);
    } catch (HibernateException e) {
      failed = true;
      throw new CommandAcceptanceException("Schema command failed: " + reason(e) + " [" + command.strip() + "]", e);
    }
  }

  @Override
  public void release() {
    if (connection == null) {
      return;
    }
    try {
      if (failed && haltOnError()) {
        bridge.await(connection::rollbackTransaction);
      } else {
        checkKeys();
        bridge.await(connection::commitTransaction);
      }
    } catch (RuntimeException e) {
      // Hibernate hides what is thrown from here after a create.
      log.errorf("The schema export was not committed: %s", e.getMessage());
      throw new SchemaManagementException("The schema export was not committed: " + e.getMessage(), e);
    } finally {
      close();
    }
  }

  private void checkKeys() {
    if (!keysAreEnforced || created.isEmpty()) {
      return;
    }
    removeOutdatedKeys();
    for (NamedTable table : created) {
      if (has("select 1 from " + table.schema() + table.name() + " limit 1")
          && has("pragma " + table.schema() + "foreign_key_check(" + table.name() + ")")) {
        bridge.await(connection::rollbackTransaction);
        throw new SchemaManagementException("FOREIGN KEY constraint failed: a row of the table " + table.name()
            + " refers to a row that is not there");
      }
    }
  }

  private void removeOutdatedKeys() {
    Set<String> names = created.stream().map(NamedTable::plainName).collect(Collectors.toSet());
    ReactiveConnection.Result references = bridge.await(() -> connection.select(OutdatedKeys.REFERENCES));
    while (references.hasNext()) {
      Object[] reference = references.next();
      String child = (String) reference[0];
      String parent = (String) reference[2];
      if (OutdatedKeys.isSuspect(child, parent, names) && doesNotFit(child)) {
        log.warnf("The table %s, which is not mapped, has lost its foreign key to %s: that table has another key now",
            child, parent);
        OutdatedKeys.replacement(child, OutdatedKeys.without((String) reference[1], parent))
            .forEach(command -> bridge.await(() -> connection.executeUnprepared(command)));
      }
    }
  }

  private boolean doesNotFit(String child) {
    try {
      has("pragma foreign_key_check(\"" + child.replace("\"", "\"\"") + "\")");
      return false;
    } catch (HibernateException e) {
      if (reason(e).contains("foreign key mismatch")) {
        return true;
      }
      throw e;
    }
  }

  private boolean has(String query) {
    return bridge.await(() -> connection.select(query)).size() > 0;
  }

  private void close() {
    ReactiveConnection closing = connection;
    connection = null;
    try {
      if (keysAreEnforced) {
        bridge.await(() -> closing.executeUnprepared("pragma foreign_keys = on"));
      }
    } finally {
      bridge.await(closing::close);
    }
  }

  private boolean haltOnError() {
    return registry.requireService(ConfigurationService.class)
        .getSetting(SchemaToolingSettings.HBM2DDL_HALT_ON_ERROR, StandardConverters.BOOLEAN, false);
  }

  private static String reason(Throwable failure) {
    return failure.getCause() == null ? failure.getMessage() : failure.getCause().getMessage();
  }
}
