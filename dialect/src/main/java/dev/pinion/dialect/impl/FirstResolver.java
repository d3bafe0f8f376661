package dev.pinion.dialect.impl;

import dev.pinion.dialect.SqliteDialectResolver;
import java.util.Map;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.dialect.internal.DialectResolverInitiator;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/**
 * Asks this dialect's resolver before all others that were found, since that of Hibernate's community dialects claims
 * SQLite too, and the class path decides which is found first. A dialect that the settings name needs no resolver.
 */
public final class FirstResolver implements ServiceContributor, StandardServiceInitiator<DialectResolver> {

  @Override
  public void contribute(StandardServiceRegistryBuilder builder) {
    builder.addInitiator(this);
  }

  @Override
  public DialectResolver initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
    return new SqliteFirst(DialectResolverInitiator.INSTANCE.initiateService(settings, registry));
  }

  @Override
  public Class<DialectResolver> getServiceInitiated() {
    return DialectResolver.class;
  }

  private record SqliteFirst(DialectResolver others) implements DialectResolver {

    private static final long serialVersionUID = 1L;

    @Override
    public Dialect resolveDialect(DialectResolutionInfo info) {
      var dialect = new SqliteDialectResolver().resolveDialect(info);
      return dialect == null ? others.resolveDialect(info) : dialect;
    }
  }
}
