package dev.pinion.benchmarks;

import dev.pinion.benchmarks.client.Peer;
import dev.pinion.benchmarks.contest.Spread;
import dev.pinion.benchmarks.footprint.Footprint;
import dev.pinion.benchmarks.page.Figures;
import dev.pinion.benchmarks.page.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Start-up and memory of the clients. */
final class Footprints {

  private Footprints() {
  }

  static Table table(Run run)
      throws IOException, SQLException, InterruptedException, ExecutionException, TimeoutException {
    List<List<String>> rows = new ArrayList<>();
    for (Peer peer : Peer.values()) {
      if (peer != Peer.PINION_GROUPED && peer != Peer.VIRTUAL_THREADS) {
        Footprint footprint = Footprint.of(peer, run.file(), run.vertx(), run.limits().rounds());
        rows.add(List.of(peer.label(),
            Figures.median(footprint.firstRowMillis()), Figures.range(footprint.firstRowMillis()),
            kilobytes(footprint.heapBytes()), kilobytes(footprint.otherBytes())));
      }
    }
    return new Table("Start-up and memory",
        "The time from nothing to the first row of a new pool, in milliseconds, in a JVM that has done so before; and "
            + "what one more connection takes that has run a query and is at rest, in KiB, measured over 32 of them in "
            + "a JVM of their own.",
        List.of("client", "first row, ms", "min – max", "heap, KiB", "outside of heap, KiB"), rows);
  }

  private static String kilobytes(Spread bytes) {
    return bytes == null ? "" : Figures.of(bytes.median() / 1024);
  }
}
