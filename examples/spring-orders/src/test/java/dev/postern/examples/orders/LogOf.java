package dev.postern.examples.orders;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a class logs while this is open. */
final class LogOf implements AutoCloseable {
  /** Spring sets up the log of the whole process whenever a service starts. */
  static final String LOCK = "the log";

  private final Logger logger;
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

  private LogOf(Logger logger) {
    this.logger = logger;
  }

  static LogOf type(Class<?> type) {
    LogOf log = new LogOf((Logger) LoggerFactory.getLogger(type));
    log.appender.list = new CopyOnWriteArrayList<>();
    log.appender.start();
    log.logger.setLevel(Level.DEBUG);
    log.logger.setAdditive(false);
    log.logger.addAppender(log.appender);
    return log;
  }

  List<String> lines() {
    return appender.list.stream()
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }

  @Override
  public void close() {
    logger.detachAppender(appender);
    logger.setAdditive(true);
    logger.setLevel(null);
  }
}
