package dev.pinion.hibernate.reactive;

import dev.pinion.sqlclient.SqliteException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Runs a transaction again that failed only because of others: a snapshot conflict (SQLState 40001) or a lock that
 * another process holds (55P03), as {@link SqliteException#isRetryable()} has it. Nothing else is tried again.
 *
 * <pre>{@code
 * PinionRetry.onConflict(() -> factory.withTransaction(session -> …));
 * }</pre>
 *
 * <p>What is given is called anew for each attempt, so it must begin its own transaction and have no other effects.
 * Between two attempts there is a pause of random length, up to a bound that doubles each time. On a Vert.x context the
 * pause is a timer of it, and everything goes on there; elsewhere it is Mutiny's. When the attempts are used up the
 * last failure is told, with those before as suppressed ones. Cancelling ends the pause, too.
 *
 * <p>Immediate transactions, which are the default, meet no snapshot conflict, and within one JVM nobody is busy: this
 * is for deferred ones and for several processes. Immutable and thread-safe.
 */
public final class PinionRetry {

  private static final Set<String> RETRYABLE = Set.of("40001", "55P03");
  private static final PinionRetry DEFAULT = new PinionRetry(5, Duration.ofMillis(20), Duration.ofSeconds(1));

  private final int retries;
  private final Duration firstPause;
  private final Duration longestPause;

  private PinionRetry(int retries, Duration firstPause, Duration longestPause) {
    this.retries = retries;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
  }

  /**
   * Another bound than the default one, which is 5 retries.
   *
   * @param retries how often to try again after the first attempt, at least 1
   * @return the same pauses with that bound
   */
  public static PinionRetry atMost(int retries) {
    if (retries < 1) {
      throw new IllegalArgumentException("The number of retries must be at least 1, not " + retries);
    }
    return new PinionRetry(retries, DEFAULT.firstPause, DEFAULT.longestPause);
  }

  /**
   * Other pauses than the default ones, which are 20 milliseconds to one second.
   *
   * @param first the longest that the first pause can be; positive
   * @param longest the longest that any can be; not shorter
   * @return the same bound with these pauses
   */
  public PinionRetry withPauses(Duration first, Duration longest) {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("The pauses must be positive and the longest not shorter than the first: "
          + first + ", " + longest);
    }
    return new PinionRetry(retries, first, longest);
  }

  /**
   * Runs a transaction, again if need be, with the default bound and pauses.
   *
   * @param transaction called for each attempt
   * @param <T> what it yields
   * @return the outcome of the first attempt that meets no conflict
   */
  public static <T> Uni<T> onConflict(Supplier<Uni<T>> transaction) {
    return DEFAULT.run(transaction);
  }

  /**
   * As {@link #onConflict} for {@code Stage.SessionFactory}; it starts at once.
   *
   * @param transaction called for each attempt
   * @param <T> what it yields
   * @return the outcome of the first attempt that meets no conflict
   */
  public static <T> CompletionStage<T> onConflictOfStage(Supplier<CompletionStage<T>> transaction) {
    return DEFAULT.runStage(transaction);
  }

  /**
   * Runs a transaction, again if need be.
   *
   * @param transaction called for each attempt
   * @param <T> what it yields
   * @return the outcome of the first attempt that meets no conflict
   */
  public <T> Uni<T> run(Supplier<Uni<T>> transaction) {
    return attempt(Objects.requireNonNull(transaction, "transaction"), retries, firstPause);
  }

  /**
   * As {@link #run} for {@code Stage.SessionFactory}; it starts at once.
   *
   * @param transaction called for each attempt
   * @param <T> what it yields
   * @return the outcome of the first attempt that meets no conflict
   */
  public <T> CompletionStage<T> runStage(Supplier<CompletionStage<T>> transaction) {
    return run(() -> Uni.createFrom().completionStage(transaction)).subscribeAsCompletionStage();
  }

  /**
   * Whether a failure comes from a conflict with others.
   *
   * @param failure what a session or a pool has failed with, or null
   * @return true if it, or one of its causes, is a retryable {@link SqliteException}, or the {@link SQLException} that
   *     Hibernate Reactive makes of one, with its SQLState
   */
  public static boolean isConflict(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SqliteException error) {
        return error.isRetryable();
      } else if (cause instanceof SQLException error) {
        return RETRYABLE.contains(String.valueOf(error.getSQLState()));
      }
    }
    return false;
  }

  private <T> Uni<T> attempt(Supplier<Uni<T>> transaction, int left, Duration bound) {
    Uni<T> once = Uni.createFrom().deferred(transaction::get);
    if (left == 0) {
      return once;
    }
    return once.onFailure(PinionRetry::isConflict).recoverWithUni(failure -> pause(bound)
        .chain(() -> attempt(transaction, left - 1, next(bound)))
        .onFailure().invoke(later -> suppress(failure, later)));
  }

  private static void suppress(Throwable earlier, Throwable later) {
    if (earlier != later) {
      later.addSuppressed(earlier);
    }
  }

  private Duration next(Duration bound) {
    Duration doubled = bound.multipliedBy(2);
    return doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
  }

  private static Uni<Void> pause(Duration bound) {
    long millis = ThreadLocalRandom.current().nextLong(bound.toMillis()) + 1;
    Context context = Vertx.currentContext();
    if (context == null) {
      return Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(millis));
    }
    return Uni.createFrom().emitter(emitter -> {
      long timer = context.owner().setTimer(millis, fired -> emitter.complete(null));
      emitter.onTermination(() -> context.owner().cancelTimer(timer));
    });
  }
}
