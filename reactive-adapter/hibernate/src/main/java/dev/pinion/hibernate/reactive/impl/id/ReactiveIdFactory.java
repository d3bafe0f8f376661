package dev.pinion.hibernate.reactive.impl.id;

import dev.pinion.dialect.impl.id.CountingGenerator;
import java.util.Properties;
import org.hibernate.generator.Generator;
import org.hibernate.reactive.id.impl.ReactiveIdentifierGeneratorFactory;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.Type;

/**
 * Lets reactive sessions take the ids of the dialect's generators; Hibernate Reactive's own keep a block that a
 * rollback has given back, and count a block from the other end than blocking sessions do.
 */
public final class ReactiveIdFactory extends ReactiveIdentifierGeneratorFactory {

  public ReactiveIdFactory(ServiceRegistry registry) {
    super(registry);
  }

  @Override
  public Generator augmentWithReactiveGenerator(Generator generator, Type type, Properties parameters) {
    return generator instanceof CountingGenerator counting
        ? new BlockIds(new ReactiveIds(counting), counting)
        : super.augmentWithReactiveGenerator(generator, type, parameters);
  }
}
