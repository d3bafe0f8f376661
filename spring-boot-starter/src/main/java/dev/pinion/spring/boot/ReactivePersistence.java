package dev.pinion.spring.boot;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitInfo;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactivePersistenceProvider;
import org.hibernate.reactive.stage.Stage;

/** The session factory, behind its two faces and hidden from those who look for an {@link EntityManagerFactory}. */
final class ReactivePersistence implements AutoCloseable {

  private final EntityManagerFactory factory;

  private ReactivePersistence(EntityManagerFactory factory) {
    this.factory = factory;
  }

  /** Boots Hibernate Reactive; blocks until the schema is created, if that is asked for. */
  static ReactivePersistence open(PersistenceUnitInfo entities, ReactiveSettings settings) {
    return new ReactivePersistence(
        new ReactivePersistenceProvider().createContainerEntityManagerFactory(entities, settings.toMap()));
  }

  Mutiny.SessionFactory mutiny() {
    return factory.unwrap(Mutiny.SessionFactory.class);
  }

  Stage.SessionFactory stage() {
    return factory.unwrap(Stage.SessionFactory.class);
  }

  @Override
  public void close() {
    factory.close();
  }
}
