package dev.pinion.sqlclient;

/**
 * When SQLite waits for the disk (pragma.html#pragma_synchronous).
 */
public enum Synchronous {
  /** Never: a power cut can corrupt the file. */
  OFF,
  /** In WAL mode only at checkpoints: a power cut can lose the newest commits, but corrupts nothing. */
  NORMAL,
  /** At every commit: what was committed stays committed. The default. */
  FULL,
  /** As {@link #FULL}, and the directory of a deleted rollback journal too. */
  EXTRA
}
