package dev.pinion.spring.boot.impl;

import io.vertx.core.Vertx;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.reactive.vertx.impl.ProvidedVertxInstance;
import org.hibernate.service.spi.ServiceContributor;

/**
 * Lets Hibernate Reactive use the Vert.x instance of the application context, which it would otherwise create itself.
 *
 * <p>A registry without the setting is left as it is.
 */
public final class SharedVertxContributor implements ServiceContributor {

  /** The setting whose value is the {@link Vertx} to use. */
  public static final String VERTX_SETTING = "dev.pinion.spring.boot.vertx";

  @Override
  public void contribute(StandardServiceRegistryBuilder builder) {
    if (builder.getSettings().get(VERTX_SETTING) instanceof Vertx vertx) {
      builder.addService(VertxInstance.class, new ProvidedVertxInstance(vertx));
    }
  }
}
