package dev.pinion.sqlclient;

/**
 * How writes that wait behind each other, each outside of any transaction, share one COMMIT and with it one wait for
 * the disk. Each stays atomic, fails alone, and is acknowledged after the COMMIT only; so this changes nothing but the
 * speed.
 *
 * @param maxSize how many may share one; 1 for none
 * @param delayMicros how long a write waits for others to come, in microseconds; 0 to take only what waits already
 */
public record GroupCommit(int maxSize, int delayMicros) {

  /** Up to 256 that wait already. */
  public static final GroupCommit DEFAULT = new GroupCommit(256, 0);

  /** Each write has a COMMIT of its own. */
  public static final GroupCommit OFF = new GroupCommit(1, 0);

  /** Checks the bounds. */
  public GroupCommit {
    if (maxSize < 1) {
      throw new IllegalArgumentException("A group commit has at least 1 write, not " + maxSize);
    }
    if (delayMicros < 0 || delayMicros > 1_000_000) {
      throw new IllegalArgumentException(
          "The delay of a group commit is 0 to 1000000 microseconds, not " + delayMicros);
    }
  }

  /**
   * The same with another bound.
   *
   * @param writes how many may share one COMMIT; 1 for none
   * @return a group commit
   */
  public GroupCommit withMaxSize(int writes) {
    return new GroupCommit(writes, delayMicros);
  }

  /**
   * The same with another delay.
   *
   * @param microseconds how long a write waits for others
   * @return a group commit
   */
  public GroupCommit withDelayMicros(int microseconds) {
    return new GroupCommit(maxSize, microseconds);
  }
}
