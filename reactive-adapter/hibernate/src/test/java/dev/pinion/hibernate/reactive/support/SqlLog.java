package dev.pinion.hibernate.reactive.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What a logger says while it is open; Hibernate logs each statement, or each batch of one, once. */
public final class SqlLog implements AutoCloseable {

  private final Logger logger;
  private final Level before;
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  private SqlLog(String name, Level level) {
    logger = (Logger) LoggerFactory.getLogger(name);
    before = logger.getLevel();
    logger.setLevel(level);
    logger.setAdditive(false);
    appender.start();
    logger.addAppender(appender);
  }

  public static SqlLog statements() {
    return new SqlLog("org.hibernate.SQL", Level.DEBUG);
  }

  public static SqlLog of(Class<?> type) {
    return of(type.getName());
  }

  public static SqlLog of(String name) {
    return new SqlLog(name, Level.INFO);
  }

  public List<String> lines() {
    return List.copyOf(appender.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  /** The stacks that were logged, as text. */
  public String stacks() {
    return List.copyOf(appender.list).stream()
        .filter(event -> event.getThrowableProxy() != null)
        .map(event -> ThrowableProxyUtil.asString(event.getThrowableProxy()))
        .collect(Collectors.joining());
  }

  public long count(String prefix) {
    return lines().stream().filter(line -> line.startsWith(prefix)).count();
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
    logger.setAdditive(true);
    logger.setLevel(before);
  }
}
