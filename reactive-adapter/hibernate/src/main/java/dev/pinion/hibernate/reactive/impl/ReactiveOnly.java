package dev.pinion.hibernate.reactive.impl;

import java.util.Map;
import java.util.function.BiFunction;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.reactive.provider.impl.ReactiveModeCheck;
import org.hibernate.service.Service;
import org.hibernate.service.spi.ServiceRegistryImplementor;

/**
 * Replaces a service in a reactive registry; a blocking one gets what it would have had.
 *
 * @param <S> the service
 */
final class ReactiveOnly<S extends Service> implements StandardServiceInitiator<S> {

  private final StandardServiceInitiator<S> blocking;
  private final BiFunction<Map<String, Object>, ServiceRegistryImplementor, S> reactive;

  ReactiveOnly(StandardServiceInitiator<S> blocking,
      BiFunction<Map<String, Object>, ServiceRegistryImplementor, S> reactive) {
    this.blocking = blocking;
    this.reactive = reactive;
  }

  @Override
  public S initiateService(Map<String, Object> settings, ServiceRegistryImplementor registry) {
    return ReactiveModeCheck.isReactiveRegistry(registry)
        ? reactive.apply(settings, registry)
        : blocking.initiateService(settings, registry);
  }

  @Override
  public Class<S> getServiceInitiated() {
    return blocking.getServiceInitiated();
  }
}
