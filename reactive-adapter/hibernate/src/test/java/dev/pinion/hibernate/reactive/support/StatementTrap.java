package dev.pinion.hibernate.reactive.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** Acts just before Hibernate sends its n-th statement, on the thread that sends it. */
public final class StatementTrap extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Logger logger = (Logger) LoggerFactory.getLogger("org.hibernate.SQL");
  private final AtomicInteger statements = new AtomicInteger();
  private final int number;
  private final Runnable action;

  public StatementTrap(int number, Runnable action) {
    this.number = number;
    this.action = action;
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    start();
    logger.addAppender(this);
  }

  /** Only counts. */
  public StatementTrap() {
    this(0, () -> { });
  }

  public int statements() {
    return statements.get();
  }

  @Override
  protected void append(ILoggingEvent statement) {
    if (statements.incrementAndGet() == number) {
      action.run();
    }
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setAdditive(true);
    logger.setLevel(null);
  }
}
