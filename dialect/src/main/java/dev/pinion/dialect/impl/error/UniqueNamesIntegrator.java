package dev.pinion.dialect.impl.error;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Tells the dialect of a new session factory how its unique constraints are called. */
public final class UniqueNamesIntegrator implements Integrator {

  @Override
  public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
    var extractor = factory.getJdbcServices().getDialect().getViolatedConstraintNameExtractor();
    if (extractor instanceof SqliteErrorConversion errors) {
      errors.learn(metadata);
    }
  }

  @Override
  public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
    // The names go with the dialect, which goes with the factory's registry.
  }
}
