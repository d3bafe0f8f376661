package dev.pinion.sqlclient;

/** What an acknowledged commit has behind it, if {@link Synchronous} asks for the disk at all. */
public enum Durability {

  /** The commit waits for the disk before anybody can see it. The default. */
  STRICT,

  /**
   * The commit is acknowledged once it is on disk, too, but others may see it a moment before, and one wait for the
   * disk serves all commits that wait then. Needs {@link JournalMode#WAL}. If that wait fails, so does every commit
   * that is not acknowledged yet, and every later one until the file is opened anew.
   */
  GROUPED
}
