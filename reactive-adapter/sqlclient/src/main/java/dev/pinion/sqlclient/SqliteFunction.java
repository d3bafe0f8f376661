package dev.pinion.sqlclient;

import java.util.List;

/**
 * A function that SQL can call, written in Java.
 *
 * <pre>{@code
 * connection.createFunction("reverse", 1, arguments ->
 *     arguments.get(0) == null ? null : new StringBuilder(arguments.get(0).toString()).reverse(), Trait.DETERMINISTIC);
 * }</pre>
 *
 * <p>It is called on the connection's own thread while a statement runs, once for each row, so it must be quick and
 * must not wait for anything, least of all for its own connection: that would wait for the statement, which waits for
 * the function.
 */
@FunctionalInterface
public interface SqliteFunction {

  /** What SQLite may rely on, and who may call it (c3ref/c_deterministic.html). */
  enum Trait {

    /** Equal arguments give equal results within one statement: SQLite may call it less often, and index it. */
    DETERMINISTIC,

    /**
     * It has no side effects and tells nothing but its arguments: views, triggers and other parts of the schema may
     * call it even though the schema is not trusted ({@link SqliteConnectOptions#isTrustedSchema()}).
     */
    INNOCUOUS,

    /** Only statements that the application runs may call it, never views or triggers. */
    DIRECT_ONLY
  }

  /**
   * Computes a value.
   *
   * @param arguments the arguments as SQLite stores them: Long, Double, String,
   *     {@link io.vertx.core.buffer.Buffer} or null
   * @return any value that can be bound as a parameter, or null for {@code NULL}
   * @throws Exception to fail the statement that called it, with this message
   */
  Object call(List<Object> arguments) throws Exception;
}
