package dev.pinion.benchmarks.session;

import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;

/** What all session factories have in common. */
final class Entities {

  static final String RANGE = "from Item where id between ?1 and ?2";
  static final String TEXT = "a line of some forty characters of text";

  private Entities() {
  }

  static SessionFactory factory(StandardServiceRegistry registry) {
    return new MetadataSources(registry)
        .addAnnotatedClass(Item.class)
        .addAnnotatedClass(Entry.class)
        .buildMetadata()
        .buildSessionFactory();
  }
}
