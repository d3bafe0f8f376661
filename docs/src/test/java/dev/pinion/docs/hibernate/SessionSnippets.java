package dev.pinion.docs.hibernate;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hibernate Reactive's part of the README. */
final class SessionSnippets {

  Mutiny.SessionFactory sessionFactory() {
    // snippet
    Mutiny.SessionFactory sessions = Persistence
        .createEntityManagerFactory("books", Map.of("jakarta.persistence.jdbc.url", "jdbc:sqlite:app.db"))
        .unwrap(Mutiny.SessionFactory.class);
    // end
    return sessions;
  }

  Uni<List<Book>> books(Mutiny.SessionFactory sessions) {
    // snippet
    return sessions.withTransaction(session -> session.persist(new Book("Moby-Dick")))
        .chain(() -> sessions.withSession(session -> session
            .createQuery("from Book where title like 'Moby%'", Book.class)
            .getResultList()));
    // end
  }
}
