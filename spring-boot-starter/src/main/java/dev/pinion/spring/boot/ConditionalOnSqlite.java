package dev.pinion.spring.boot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Conditional;

/** Matches when the application names its database by {@code pinion.sqlite.path} or {@code pinion.sqlite.url}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnSqlite.PathOrUrl.class)
@interface ConditionalOnSqlite {

  /** The condition behind the annotation. */
  final class PathOrUrl extends AnyNestedCondition {

    PathOrUrl() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @ConditionalOnProperty("pinion.sqlite.path")
    static final class Path {
    }

    @ConditionalOnProperty("pinion.sqlite.url")
    static final class Url {
    }
  }
}
