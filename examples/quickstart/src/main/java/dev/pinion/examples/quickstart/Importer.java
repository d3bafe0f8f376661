package dev.pinion.examples.quickstart;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes the code points through stateless sessions, while other sessions read what is there already. */
final class Importer {

  record Outcome(long rows, long reads, Duration time) {
  }

  private static final int CHUNK = 1_000;
  private static final int READERS = 2;
  private static final Duration BETWEEN_READS = Duration.ofMillis(2);

  private final Mutiny.SessionFactory sessions;
  private final UnicodeData data;
  private final ScheduledExecutorService timer;

  Importer(Mutiny.SessionFactory sessions, UnicodeData data, ScheduledExecutorService timer) {
    this.sessions = sessions;
    this.data = data;
    this.timer = timer;
  }

  Uni<Long> imported() {
    return sessions.withSession(session ->
        session.createQuery("select count(*) from CodePoint", Long.class).getSingleResult());
  }

  /** Goes on after the last code point that an earlier run has imported. */
  Outcome run(Progress progress) {
    long start = System.nanoTime();
    AtomicInteger last = new AtomicInteger(lastImported());
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong reads = new AtomicLong();
    if (last.get() < 0) {
      insert(data.blocks()).join();
    }
    List<CompletableFuture<Void>> readers = Multi.createFrom().range(0, READERS)
        .map(reader -> readUntil(done, last, reads)).collect().asList().await().indefinitely();
    long rows;
    try {
      rows = importAll(last, progress);
    } finally {
      done.set(true);
    }
    readers.forEach(CompletableFuture::join);
    return new Outcome(rows, reads.get(), Duration.ofNanos(System.nanoTime() - start));
  }

  private int lastImported() {
    Integer last = sessions.withSession(session ->
        session.createQuery("select max(code) from CodePoint", Integer.class).getSingleResultOrNull())
        .await().indefinitely();
    return last == null ? -1 : last;
  }

  /** This thread makes the next chunk ready while the event loop and the database work at the present one. */
  private long importAll(AtomicInteger last, Progress progress) {
    long rows = 0;
    List<CodePoint> chunk = data.chunkAfter(last.get(), CHUNK);
    while (!chunk.isEmpty()) {
      int end = chunk.get(chunk.size() - 1).code();
      CompletableFuture<Void> written = insert(chunk);
      rows += chunk.size();
      chunk = data.chunkAfter(end, CHUNK);
      written.join();
      last.set(end);
      progress.step(rows);
    }
    return rows;
  }

  private CompletableFuture<Void> insert(List<?> entities) {
    return sessions.withStatelessTransaction(session -> session.insertAll(entities.size(), entities.toArray()))
        .subscribeAsCompletionStage();
  }

  private CompletableFuture<Void> readUntil(AtomicBoolean done, AtomicInteger last, AtomicLong reads) {
    return Multi.createBy().repeating()
        .uni(() -> read(Math.max(0, last.get())).invoke(reads::incrementAndGet)
            .onItem().delayIt().onExecutor(timer).by(BETWEEN_READS))
        .until(read -> done.get()).collect().last().replaceWithVoid().subscribeAsCompletionStage();
  }

  private Uni<Integer> read(int highest) {
    int code = ThreadLocalRandom.current().nextInt(highest + 1);
    return sessions.withSession(session -> session.find(CodePoint.class, code)).replaceWith(code);
  }
}
