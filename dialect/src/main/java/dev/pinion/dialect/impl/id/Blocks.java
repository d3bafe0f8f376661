package dev.pinion.dialect.impl.id;

import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.hibernate.id.enhanced.Optimizer;

/**
 * The optimizers of one generator that nobody uses at the moment. Each has a block of ids in hand that is committed, or
 * none yet, so whoever takes one may use up its ids whatever becomes of his transaction.
 *
 * <p>Thread-safe; asks no database.
 */
public final class Blocks {

  private final Map<Object, Deque<Optimizer>> idle = new ConcurrentHashMap<>();
  private final Supplier<Optimizer> fresh;

  Blocks(Supplier<Optimizer> fresh) {
    this.fresh = fresh;
  }

  /** Hands one over; nobody else uses it until it is given back. */
  public Optimizer take(Object tenant) {
    Optimizer optimizer = of(tenant).pollFirst();
    return optimizer != null ? optimizer : fresh.get();
  }

  /** Lets others use up its ids. */
  public void giveBack(Object tenant, Optimizer optimizer) {
    of(tenant).addFirst(optimizer);
  }

  /** One that has no ids yet. */
  public Optimizer fresh() {
    return fresh.get();
  }

  private Deque<Optimizer> of(Object tenant) {
    return idle.computeIfAbsent(tenant, key -> new ConcurrentLinkedDeque<>());
  }
}
