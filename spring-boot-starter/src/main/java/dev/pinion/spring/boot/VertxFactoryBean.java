package dev.pinion.spring.boot;

import io.vertx.core.Vertx;
import org.springframework.beans.factory.config.AbstractFactoryBean;

/** Makes the context wait for Vert.x to close, which returns a future that Spring does not know. */
final class VertxFactoryBean extends AbstractFactoryBean<Vertx> {

  @Override
  public Class<Vertx> getObjectType() {
    return Vertx.class;
  }

  @Override
  protected Vertx createInstance() {
    return Vertx.vertx();
  }

  @Override
  protected void destroyInstance(Vertx vertx) throws Exception {
    Closing.await(vertx.close());
  }
}
