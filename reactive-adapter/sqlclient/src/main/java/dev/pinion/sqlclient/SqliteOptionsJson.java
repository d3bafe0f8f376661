package dev.pinion.sqlclient;

import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/** The options as JSON, keyed by property name as in the other Vert.x clients. */
final class SqliteOptionsJson {

  private SqliteOptionsJson() {
  }

  static void write(SqliteConnectOptions options, JsonObject json) {
    JsonObject pragmas = new JsonObject();
    options.getPragmas().forEach(pragmas::put);
    json.put("openMode", options.getOpenMode().name())
        .put("transactionMode", options.getTransactionMode().name())
        .put("journalMode", options.getJournalMode().name())
        .put("synchronous", options.getSynchronous().name())
        .put("durability", options.getDurability().name())
        .put("groupCommitSize", options.getGroupCommitSize())
        .put("groupCommitDelay", options.getGroupCommitDelay())
        .put("foreignKeys", options.isForeignKeys())
        .put("trustedSchema", options.isTrustedSchema())
        .put("busyTimeout", options.getBusyTimeout())
        .put("writeGateTimeout", options.getWriteGateTimeout())
        .put("statementTimeout", options.getStatementTimeout())
        .put("transactionTimeout", options.getTransactionTimeout())
        .put("slowStatementThreshold", options.getSlowStatementThreshold())
        .put("maxPendingCommands", options.getMaxPendingCommands())
        .put("pragmas", pragmas);
  }

  static void read(JsonObject json, SqliteConnectOptions options) {
    options.setOpenMode(constant(json, "openMode", OpenMode::valueOf, options.getOpenMode()));
    options.setTransactionMode(
        constant(json, "transactionMode", TransactionMode::valueOf, options.getTransactionMode()));
    options.setJournalMode(constant(json, "journalMode", JournalMode::valueOf, options.getJournalMode()));
    options.setSynchronous(constant(json, "synchronous", Synchronous::valueOf, options.getSynchronous()));
    options.setDurability(constant(json, "durability", Durability::valueOf, options.getDurability()));
    options.setGroupCommitSize(json.getInteger("groupCommitSize", options.getGroupCommitSize()));
    options.setGroupCommitDelay(json.getInteger("groupCommitDelay", options.getGroupCommitDelay()));
    options.setForeignKeys(json.getBoolean("foreignKeys", options.isForeignKeys()));
    options.setTrustedSchema(json.getBoolean("trustedSchema", options.isTrustedSchema()));
    options.setBusyTimeout(json.getInteger("busyTimeout", options.getBusyTimeout()));
    options.setWriteGateTimeout(json.getInteger("writeGateTimeout", options.getWriteGateTimeout()));
    options.setStatementTimeout(json.getInteger("statementTimeout", options.getStatementTimeout()));
    options.setTransactionTimeout(json.getInteger("transactionTimeout", options.getTransactionTimeout()));
    options.setSlowStatementThreshold(json.getInteger("slowStatementThreshold", options.getSlowStatementThreshold()));
    options.setMaxPendingCommands(json.getInteger("maxPendingCommands", options.getMaxPendingCommands()));
    json.getJsonObject("pragmas", new JsonObject())
        .forEach(pragma -> options.addPragma(pragma.getKey(), String.valueOf(pragma.getValue())));
  }

  private static <T> T constant(JsonObject json, String key, Function<String, T> parser, T absent) {
    String name = json.getString(key);
    return name == null ? absent : parser.apply(name);
  }
}
