package dev.pinion.hibernate.reactive.impl.id;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** Ids that were taken in advance, for what asks for them synchronously. */
final class TakenIds {

  private static final ThreadLocal<Iterator<Object>> CURRENT = new ThreadLocal<>();

  private TakenIds() {
  }

  /**
   * Does the work, which gets the ids one by one.
   *
   * @throws MissingException if it asks for more than there are
   */
  static <T> T during(List<Object> ids, Supplier<T> work) {
    CURRENT.set(ids.iterator());
    try {
      return work.get();
    } finally {
      CURRENT.remove();
    }
  }

  static boolean areGiven() {
    return CURRENT.get() != null;
  }

  static Object next(BlockIds generator) {
    Iterator<Object> ids = CURRENT.get();
    if (!ids.hasNext()) {
      throw new MissingException(generator);
    }
    return ids.next();
  }

  static final class MissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BlockIds generator;

    MissingException(BlockIds generator) {
      super(null, null, false, false);
      this.generator = generator;
    }

    BlockIds generator() {
      return generator;
    }
  }
}
