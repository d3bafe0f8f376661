package dev.pinion.sqlclient;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where the database is and how its connections behave.
 *
 * <p>The defaults are the durable and concurrent ones: {@code journal_mode=WAL}, {@code synchronous=FULL},
 * {@code foreign_keys=ON}, {@code busy_timeout=5000}, {@code trusted_schema=OFF}, transactions {@code IMMEDIATE},
 * statement cache on. Port and SSL settings mean nothing here; a host, user or password is refused when connecting,
 * because SQLite has none. Opening is tried again as {@code reconnectAttempts} and {@code reconnectInterval} say.
 *
 * <p>Not thread-safe; a pool copies what it is given.
 */
public class SqliteConnectOptions extends SqlConnectOptions {

  /** The path that stands for a database in memory, gone with its pool or connection. */
  public static final String MEMORY = ":memory:";

  /** Default of {@link #getBusyTimeout()}: 5 seconds. */
  public static final int DEFAULT_BUSY_TIMEOUT = 5_000;

  /** Default of {@link #getWriteGateTimeout()}: 60 seconds. */
  public static final int DEFAULT_WRITE_GATE_TIMEOUT = 60_000;

  /** Default of {@link #getMaxPendingCommands()}. */
  public static final int DEFAULT_MAX_PENDING_COMMANDS = 65_536;

  /** Default of {@link #getGroupCommitSize()}. */
  public static final int DEFAULT_GROUP_COMMIT_SIZE = 256;

  private OpenMode openMode = OpenMode.CREATE;
  private TransactionMode transactionMode = TransactionMode.IMMEDIATE;
  private JournalMode journalMode = JournalMode.WAL;
  private Synchronous synchronous = Synchronous.FULL;
  private Durability durability = Durability.STRICT;
  private int groupCommitSize = DEFAULT_GROUP_COMMIT_SIZE;
  private int groupCommitDelay;
  private boolean foreignKeys = true;
  private boolean trustedSchema;
  private int busyTimeout = DEFAULT_BUSY_TIMEOUT;
  private int writeGateTimeout = DEFAULT_WRITE_GATE_TIMEOUT;
  private int statementTimeout;
  private int transactionTimeout;
  private int slowStatementThreshold;
  private int maxPendingCommands = DEFAULT_MAX_PENDING_COMMANDS;
  private Map<String, String> pragmas = new LinkedHashMap<>();

  /** Options with the defaults and no path yet. */
  public SqliteConnectOptions() {
    setCachePreparedStatements(true);
  }

  /**
   * Options read from JSON as {@link #toJson()} writes it.
   *
   * @param json the options; absent keys keep their defaults
   */
  public SqliteConnectOptions(JsonObject json) {
    super(json);
    setCachePreparedStatements(json.getBoolean("cachePreparedStatements", true));
    SqliteOptionsJson.read(json, this);
  }

  /**
   * A copy. Of options that are not SQLite's, the database is taken as the path and the properties as URL parameters.
   *
   * @param other the options to copy
   * @throws IllegalArgumentException if a property is no parameter that a SQLite URL may have
   */
  public SqliteConnectOptions(SqlConnectOptions other) {
    super(other);
    if (other instanceof SqliteConnectOptions options) {
      openMode = options.openMode;
      transactionMode = options.transactionMode;
      journalMode = options.journalMode;
      synchronous = options.synchronous;
      durability = options.durability;
      groupCommitSize = options.groupCommitSize;
      groupCommitDelay = options.groupCommitDelay;
      foreignKeys = options.foreignKeys;
      trustedSchema = options.trustedSchema;
      busyTimeout = options.busyTimeout;
      writeGateTimeout = options.writeGateTimeout;
      statementTimeout = options.statementTimeout;
      transactionTimeout = options.transactionTimeout;
      slowStatementThreshold = options.slowStatementThreshold;
      maxPendingCommands = options.maxPendingCommands;
      pragmas = new LinkedHashMap<>(options.pragmas);
    } else {
      setCachePreparedStatements(true);
      if (other.getProperties() != null) {
        other.getProperties().forEach((name, value) -> SqliteUri.apply(this, name, value));
      }
    }
  }

  /**
   * Options read from a URL: {@code sqlite:app.db}, {@code sqlite:///abs/app.db?cache_size=-64000},
   * {@code sqlite::memory:}, {@code jdbc:sqlite:app.db}. The path is taken as it stands; nothing is decoded.
   *
   * @param uri the URL
   * @return new options
   * @throws IllegalArgumentException if it is no SQLite URL, names no file, or has a parameter that is not known
   */
  public static SqliteConnectOptions fromUri(String uri) {
    return SqliteUri.parse(uri);
  }

  /** Whether a URL, which may be null, is one for SQLite: {@code sqlite:…} or {@code jdbc:sqlite:…}. */
  public static boolean isSqliteUri(String uri) {
    return SqliteUri.matches(uri);
  }

  /** The path of the database file, relative to the working directory if not absolute; the same as the database. */
  public String getPath() {
    return getDatabase();
  }

  /**
   * Sets the path of the database file.
   *
   * @param path a file system path or {@code :memory:}
   * @return this
   * @throws IllegalArgumentException if it contains a question mark, which sqlite-jdbc would take for parameters
   */
  public SqliteConnectOptions setPath(String path) {
    return setDatabase(path);
  }

  @Override
  public SqliteConnectOptions setDatabase(String database) {
    if (database != null && database.indexOf('?') >= 0) {
      throw new IllegalArgumentException("The path '" + database + "' contains '?', which JDBC cannot open");
    }
    super.setDatabase(database);
    return this;
  }

  /** Whether the database lives in memory: the path is {@code :memory:}. */
  public boolean isInMemory() {
    return MEMORY.equals(getPath());
  }

  /** The URL by which sqlite-jdbc opens the same file, {@code jdbc:sqlite:} and the path, without parameters. */
  public String toJdbcUrl() {
    return "jdbc:sqlite:" + Objects.requireNonNull(getPath(), "No path was set");
  }

  /** Whether the file is created, written, or only read; never null. */
  public OpenMode getOpenMode() {
    return openMode;
  }

  /** Sets whether the file is created, written, or only read. */
  public SqliteConnectOptions setOpenMode(OpenMode openMode) {
    this.openMode = Objects.requireNonNull(openMode, "openMode");
    return this;
  }

  /** How {@code begin()} starts a transaction; never null. */
  public TransactionMode getTransactionMode() {
    return transactionMode;
  }

  /** Sets how {@code begin()} starts a transaction. */
  public SqliteConnectOptions setTransactionMode(TransactionMode transactionMode) {
    this.transactionMode = Objects.requireNonNull(transactionMode, "transactionMode");
    return this;
  }

  /** The journal mode, never null. */
  public JournalMode getJournalMode() {
    return journalMode;
  }

  /** Sets the journal mode. */
  public SqliteConnectOptions setJournalMode(JournalMode journalMode) {
    this.journalMode = Objects.requireNonNull(journalMode, "journalMode");
    return this;
  }

  /** When SQLite waits for the disk; never null. */
  public Synchronous getSynchronous() {
    return synchronous;
  }

  /** Sets when SQLite waits for the disk. */
  public SqliteConnectOptions setSynchronous(Synchronous synchronous) {
    this.synchronous = Objects.requireNonNull(synchronous, "synchronous");
    return this;
  }

  /** What an acknowledged commit has behind it; {@link Durability#STRICT} by default. */
  public Durability getDurability() {
    return durability;
  }

  /** Sets what an acknowledged commit has behind it. */
  public SqliteConnectOptions setDurability(Durability durability) {
    this.durability = Objects.requireNonNull(durability, "durability");
    return this;
  }

  /**
   * How many writes that wait behind each other, each outside of any transaction, share a COMMIT and with it a wait for
   * the disk. Each stays atomic, fails alone and is acknowledged after the COMMIT only. 256 by default; 1 for none.
   */
  public int getGroupCommitSize() {
    return groupCommitSize;
  }

  /** Sets how many writes outside of transactions may share a COMMIT; 1 for none. */
  public SqliteConnectOptions setGroupCommitSize(int writes) {
    groupCommitSize = Bounds.atLeastOne("groupCommitSize", writes);
    return this;
  }

  /** How long such a write waits for others to come, in microseconds; 0 by default: those that wait already. */
  public int getGroupCommitDelay() {
    return groupCommitDelay;
  }

  /** Sets how long a write outside of transactions waits for others to come. */
  public SqliteConnectOptions setGroupCommitDelay(int microseconds) {
    groupCommitDelay = Bounds.notNegative("groupCommitDelay", microseconds);
    return this;
  }

  /** Whether foreign keys are enforced (foreignkeys.html, section 2); true by default. */
  public boolean isForeignKeys() {
    return foreignKeys;
  }

  /** Sets whether foreign keys are enforced. */
  public SqliteConnectOptions setForeignKeys(boolean foreignKeys) {
    this.foreignKeys = foreignKeys;
    return this;
  }

  /**
   * Whether functions and virtual tables that are not marked as safe may be used by views, triggers and other parts
   * of the schema (pragma.html#pragma_trusted_schema); false by default.
   */
  public boolean isTrustedSchema() {
    return trustedSchema;
  }

  /** Sets whether the schema is trusted. */
  public SqliteConnectOptions setTrustedSchema(boolean trustedSchema) {
    this.trustedSchema = trustedSchema;
    return this;
  }

  /** How long a statement waits for a lock that another process holds, in milliseconds; 5000 by default. */
  public int getBusyTimeout() {
    return busyTimeout;
  }

  /** Sets how long a statement waits for a lock that another process holds; 0 to fail at once. */
  public SqliteConnectOptions setBusyTimeout(int milliseconds) {
    busyTimeout = Bounds.notNegative("busyTimeout", milliseconds);
    return this;
  }

  /**
   * How long one transaction of this JVM may keep the write gate before those who wait for it give up with
   * {@code SQLITE_BUSY} (SQLState 55P03), which tells a transaction that was never ended from a long queue.
   *
   * @return milliseconds, 60000 by default; 0 for no limit
   */
  public int getWriteGateTimeout() {
    return writeGateTimeout;
  }

  /** Sets how long one transaction may keep the write gate before those who wait give up; 0 for no limit. */
  public SqliteConnectOptions setWriteGateTimeout(int milliseconds) {
    writeGateTimeout = Bounds.notNegative("writeGateTimeout", milliseconds);
    return this;
  }

  /**
   * How long one statement, batch or fetch of a cursor may take, waiting for locks included, before it is stopped and
   * fails with {@code SQLITE_INTERRUPT} (SQLState 57014).
   *
   * @return milliseconds, 0 by default: no limit
   */
  public int getStatementTimeout() {
    return statementTimeout;
  }

  /** Sets how long one statement may take; 0 for no limit. */
  public SqliteConnectOptions setStatementTimeout(int milliseconds) {
    statementTimeout = Bounds.notNegative("statementTimeout", milliseconds);
    return this;
  }

  /**
   * How long a transaction may stay open before it is rolled back. Its statement is stopped if one is running, the
   * stack of its {@code begin()} is logged, and whatever its user asks for from then on fails with SQLState 40000.
   *
   * @return milliseconds, 0 by default: no limit
   */
  public int getTransactionTimeout() {
    return transactionTimeout;
  }

  /** Sets how long a transaction may stay open; 0 for no limit. */
  public SqliteConnectOptions setTransactionTimeout(int milliseconds) {
    transactionTimeout = Bounds.notNegative("transactionTimeout", milliseconds);
    return this;
  }

  /**
   * From which duration on a statement is logged as slow, with its {@code EXPLAIN QUERY PLAN} but without its
   * parameters, to the logger {@code dev.pinion.sqlclient.slow}. Waiting for the write gate does not count.
   *
   * @return milliseconds, 0 by default: nothing is logged
   */
  public int getSlowStatementThreshold() {
    return slowStatementThreshold;
  }

  /** Sets from which duration on a statement is logged as slow; 0 to log nothing. */
  public SqliteConnectOptions setSlowStatementThreshold(int milliseconds) {
    slowStatementThreshold = Bounds.notNegative("slowStatementThreshold", milliseconds);
    return this;
  }

  /** How many commands may wait on one connection, 65536 by default; past it a call fails at once. */
  public int getMaxPendingCommands() {
    return maxPendingCommands;
  }

  /** Sets how many commands may wait on one connection; at least 1. */
  public SqliteConnectOptions setMaxPendingCommands(int commands) {
    maxPendingCommands = Bounds.atLeastOne("maxPendingCommands", commands);
    return this;
  }

  /** The further pragmas that each new connection is given, by name, in the order in which they are set. */
  public Map<String, String> getPragmas() {
    return Collections.unmodifiableMap(pragmas);
  }

  /**
   * Adds a pragma that each new connection is given, for example {@code cache_size} and {@code -64000}.
   *
   * @param name a pragma that takes a value and has no option of its own
   * @param value a number or a word
   * @return this
   * @throws IllegalArgumentException if the pragma is not known or the value is neither a number nor a word
   */
  public SqliteConnectOptions addPragma(String name, String value) {
    String known = Pragmas.checkName(name);
    pragmas.put(known, Pragmas.checkValue(known, value));
    return this;
  }

  @Override
  public SqliteConnectOptions setCachePreparedStatements(boolean cachePreparedStatements) {
    super.setCachePreparedStatements(cachePreparedStatements);
    return this;
  }

  @Override
  public SqliteConnectOptions setPreparedStatementCacheMaxSize(int size) {
    super.setPreparedStatementCacheMaxSize(size);
    return this;
  }

  @Override
  public JsonObject toJson() {
    JsonObject json = super.toJson();
    SqliteOptionsJson.write(this, json);
    return json;
  }

  /** What SQLite has no use for is set all the same, so that it can be copied as any other driver's. */
  @Override
  protected void init() {
    super.init();
    setHost("localhost");
    setUser("");
    setPassword("");
  }
}
