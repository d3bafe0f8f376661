package dev.pinion.hibernate.reactive.impl;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.HibernateException;

/** The pools of the tenants, each made when it is first asked for; all are closed together. Thread-safe. */
public final class TenantPools {

  private final Function<String, Optional<Pool>> maker;
  private final int limit;
  private final Map<String, Pool> pools = new HashMap<>();
  private boolean closed;

  /**
   * No pool yet.
   *
   * @param maker makes the pool of a tenant, without waiting; empty if the tenant shares one with all
   * @param limit how many there may be
   */
  public TenantPools(Function<String, Optional<Pool>> maker, int limit) {
    this.maker = maker;
    this.limit = limit;
  }

  /**
   * The pool of a tenant.
   *
   * @return empty if the tenant has none of its own
   * @throws HibernateException if there are too many, or all are closed
   */
  public synchronized Optional<Pool> of(String tenantId) {
    Pool pool = pools.get(tenantId);
    return pool == null ? maker.apply(tenantId).map(made -> keep(tenantId, made)) : Optional.of(pool);
  }

  private Pool keep(String tenantId, Pool made) {
    if (closed || pools.size() >= limit) {
      made.close();
      throw new HibernateException(closed
          ? "The session factory is closed; tenants have no connections any more"
          : "There are " + limit + " tenants already that have been used since the start, and no more are allowed;"
              + " raise " + SqliteSettings.TENANT_LIMIT);
    }
    pools.put(tenantId, made);
    return made;
  }

  /** Closes all of them; none is made any more. */
  public Future<Void> close() {
    List<Pool> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(pools.values());
    }
    return Future.join(all.stream().map(Pool::close).toList()).mapEmpty();
  }
}
