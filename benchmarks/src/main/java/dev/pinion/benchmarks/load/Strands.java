package dev.pinion.benchmarks.load;

/** Where a client's users run: on an event loop, on threads of a pool, or in one loop. */
public interface Strands {

  /**
   * How many may be in flight.
   *
   * @param wanted what the workload asks for
   * @return {@code wanted}, or 1 if the client is a loop
   */
  int inFlight(int wanted);

  /**
   * Starts one lane of operations, on a context or a thread as the client's users have it.
   *
   * @param lane returns when it waits for an operation, or when it has run
   */
  void start(Runnable lane);
}
