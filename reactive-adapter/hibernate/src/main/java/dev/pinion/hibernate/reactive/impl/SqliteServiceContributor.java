package dev.pinion.hibernate.reactive.impl;

import dev.pinion.hibernate.reactive.SqliteClientPool;
import dev.pinion.hibernate.reactive.impl.id.ReactiveIdFactory;
import dev.pinion.hibernate.reactive.impl.persister.MendedExecutorService;
import dev.pinion.hibernate.reactive.impl.persister.MendedPersisterClassResolver;
import dev.pinion.hibernate.reactive.impl.persister.MendedStrategies;
import java.util.Map;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.engine.jdbc.mutation.internal.MutationExecutorServiceInitiator;
import org.hibernate.id.factory.internal.StandardIdentifierGeneratorFactoryInitiator;
import org.hibernate.persister.internal.PersisterClassResolverInitiator;
import org.hibernate.query.sqm.mutation.internal.SqmMultiTableMutationStrategyProviderInitiator;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.provider.Settings;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Gives a service registry with a SQLite URL the pool and the schema tool that Hibernate Reactive lacks for SQLite, and
 * the identifiers and persisters that mend what it does wrong.
 *
 * <p>A registry with any other URL, or with none, is left as it is. So are a pool or a pool configuration that the
 * settings name themselves, and, in a registry of blocking Hibernate ORM, everything.
 */
public final class SqliteServiceContributor implements ServiceContributor {

  @Override
  public void contribute(StandardServiceRegistryBuilder builder) {
    Map<String, Object> settings = builder.getSettings();
    if (SqliteSettings.url(settings).isEmpty()) {
      return;
    }
    // A setting rather than an initiator: an initiator would replace one that the application has added itself.
    if (!settings.containsKey(Settings.SQL_CLIENT_POOL_CONFIG)) {
      settings.putIfAbsent(Settings.SQL_CLIENT_POOL, SqliteClientPool.class);
    }
    if (builder instanceof ReactiveServiceRegistryBuilder) {
      // Reactive sessions batch when they are told to, as on other databases; the dialect's size is for blocking ones.
      settings.putIfAbsent(BatchSettings.STATEMENT_BATCH_SIZE, 1);
      if (settings.containsKey(SqliteSettings.TENANT_URL)) {
        // Hibernate Reactive asks only whether it is set; from then on a session without a tenant is refused.
        settings.putIfAbsent(MultiTenancySettings.MULTI_TENANT_CONNECTION_PROVIDER, TenantPools.class.getName());
      }
    }
    builder.addInitiator(SqliteSchemaManagementToolInitiator.INSTANCE);
    builder.addInitiator(
        new ReactiveOnly<>(PersisterClassResolverInitiator.INSTANCE,
            (read, registry) -> new MendedPersisterClassResolver()));
    builder.addInitiator(new ReactiveOnly<>(MutationExecutorServiceInitiator.INSTANCE,
        (read, registry) -> new MendedExecutorService(read)));
    builder.addInitiator(new ReactiveOnly<>(SqmMultiTableMutationStrategyProviderInitiator.INSTANCE,
        (read, registry) -> new MendedStrategies()));
    builder.addInitiator(new ReactiveOnly<>(StandardIdentifierGeneratorFactoryInitiator.INSTANCE,
        (read, registry) -> new ReactiveIdFactory(registry)));
  }
}
