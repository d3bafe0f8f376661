package dev.pinion.benchmarks.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run came to.
 *
 * @param date when
 * @param machine on what
 * @param settings with what limits
 * @param tables the results
 */
public record Page(LocalDate date, Map<String, String> machine, String settings, List<Table> tables) {

  private static final String INTRODUCTION = """
      # Benchmarks

      Written by `mvn -q package -Pbenchmarks -pl benchmarks -am` on %s; do not edit. What the time of a query goes into
      is told in [performance](performance.md).

      Every client opens the same file with the same pragmas: `journal_mode=WAL`, `synchronous=FULL`,
      `foreign_keys=ON`; transactions are `BEGIN IMMEDIATE`. Clients take turns on one workload, a slice each, round
      after round, after a warm-up of each. A figure is the median of the rounds; a ratio is taken within each round,
      and its median, least and greatest are given. Latencies are from call to callback, so with many in flight they
      include the wait of each for the others. Every value of every row is read.

      - **Pinion** and **vertx-jdbc-client** (with its default pool, Agroal) are used from one event loop; both with as
        many connections as the machine has cores. **Pinion, grouped** has `durability=grouped` and 8 times as many.
      - **sqlite-jdbc in a loop** is the floor: one thread, one connection, its statements compiled once, one operation
        at a time whatever is in flight elsewhere.
      - **HikariCP on threads** has as many threads as connections; **on virtual threads**, which JDK 21 and newer have,
        a virtual thread for each operation. Neither keeps compiled statements.

      `ratio` is the first client's throughput divided by this one's: above 1 the first is faster.

      """;

  /**
   * For a file.
   *
   * @return Markdown
   */
  public String markdown() {
    return INTRODUCTION.formatted(date)
        + machine.entrySet().stream()
            .map(fact -> "| " + fact.getKey() + " | " + fact.getValue() + " |\n")
            .collect(Collectors.joining("", "| machine | |\n|---|---|\n", ""))
        + "| Settings | " + settings + " |\n\n"
        + tables.stream().map(Table::markdown).collect(Collectors.joining("\n"));
  }

  /**
   * For a terminal.
   *
   * @return lines
   */
  public String text() {
    return machine.entrySet().stream()
        .map(fact -> fact.getKey() + ": " + fact.getValue() + "\n")
        .collect(Collectors.joining())
        + "Settings: " + settings + "\n\n"
        + tables.stream().map(Table::text).collect(Collectors.joining("\n"));
  }
}
