package dev.pinion.sqlclient;

/**
 * How {@code begin()} starts a transaction (lang_transaction.html, section 2.2).
 */
public enum TransactionMode {
  /**
   * Takes no lock until the first statement; a transaction that reads and then writes can fail with a snapshot
   * conflict (SQLState 40001), which waiting does not cure.
   */
  DEFERRED,
  /** Takes the write lock at once, so nothing in the transaction can fail for want of it. The default. */
  IMMEDIATE,
  /** In WAL mode the same as {@link #IMMEDIATE}; in the other journal modes readers are kept out too. */
  EXCLUSIVE;

  /**
   * The statement that begins such a transaction.
   *
   * @return the SQL text
   */
  public String beginSql() {
    return "BEGIN " + name();
  }
}
