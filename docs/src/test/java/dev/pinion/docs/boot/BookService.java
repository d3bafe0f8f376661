package dev.pinion.docs.boot;

import dev.pinion.docs.hibernate.Book;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.springframework.stereotype.Service;

// snippet
@Service
public class BookService {

  private final Mutiny.SessionFactory sessions;

  BookService(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  Uni<Void> add(String title) {
    return sessions.withTransaction(session -> session.persist(new Book(title)));
  }

  Uni<List<Book>> all() {
    return sessions.withSession(session -> session.createQuery("from Book", Book.class).getResultList());
  }
}
// end
