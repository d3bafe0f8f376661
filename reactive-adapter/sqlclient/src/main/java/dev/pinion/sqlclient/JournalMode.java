package dev.pinion.sqlclient;

/**
 * How SQLite makes a transaction atomic (pragma.html#pragma_journal_mode).
 */
public enum JournalMode {
  /** Write-ahead log: readers and the writer do not block each other. The default; the choice stays in the file. */
  WAL,
  /** Rollback journal, deleted at each commit. */
  DELETE,
  /** Rollback journal, truncated at each commit. */
  TRUNCATE,
  /** Rollback journal, its header zeroed at each commit. */
  PERSIST,
  /** Rollback journal in memory: a crash in a transaction can corrupt the file. */
  MEMORY
}
