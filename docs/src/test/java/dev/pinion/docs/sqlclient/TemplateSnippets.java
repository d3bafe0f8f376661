package dev.pinion.docs.sqlclient;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.templates.SqlTemplate;
import io.vertx.sqlclient.templates.TupleMapper;
import java.util.List;
import java.util.Map;

/** Templates, for the page of the SQL client. */
final class TemplateSnippets {

  // snippet
  record Account(long id, String owner) {
  }
  // end

  Future<RowSet<Account>> find(Pool pool, String owner) {
    // snippet
    return SqlTemplate.forQuery(pool, "select id, owner from account where owner = #{owner}")
        .mapTo(row -> new Account(row.getLong("id"), row.getString("owner")))
        .execute(Map.of("owner", owner));
    // end
  }

  Future<SqlResult<Void>> insert(Pool pool, List<Account> accounts) {
    // snippet
    return SqlTemplate.forUpdate(pool, "insert into account (id, owner) values (#{id}, #{owner})")
        .mapFrom(TupleMapper.<Account>mapper(account -> Map.of("id", account.id(), "owner", account.owner())))
        .executeBatch(accounts);
    // end
  }
}
