package dev.pinion.docs.reactive;

import dev.pinion.hibernate.reactive.PinionReads;
import dev.pinion.hibernate.reactive.PinionRetry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.stage.Stage;

/** What sessions do, on the page of Hibernate Reactive. */
final class SessionSnippets {

  Uni<Ship> find(Mutiny.SessionFactory sessions, long id) {
    // snippet
    return sessions.withSession(session -> session.find(Ship.class, id));
    // end
  }

  Uni<Void> enlist(Mutiny.SessionFactory sessions, long id) {
    // snippet
    return sessions.withTransaction(session -> session.find(Ship.class, id)
        .invoke(ship -> ship.crew++)
        .replaceWithVoid());
    // end
  }

  CompletionStage<Ship> findStage(Stage.SessionFactory sessions, long id) {
    // snippet
    return sessions.withSession(session -> session.find(Ship.class, id));
    // end
  }

  Uni<String> report(Mutiny.SessionFactory sessions) {
    // snippet
    return PinionReads.withReadTransaction(sessions, session -> session
        .createSelectionQuery("select count(*) from Ship", Long.class).getSingleResult()
        .chain(ships -> session
            .createSelectionQuery("select sum(crew) from Ship", Long.class).getSingleResult()
            .map(crew -> ships + " ships, " + crew + " sailors")));
    // end
  }

  Uni<Void> insertAll(Mutiny.SessionFactory sessions, List<Ship> fleet) {
    // snippet
    return sessions.withStatelessTransaction(session -> session.insertAll(fleet.size(), fleet.toArray()));
    // end
  }

  Uni<Void> persistAll(Mutiny.SessionFactory sessions, List<Ship> fleet) {
    // snippet
    return sessions.withTransaction(session -> session.setBatchSize(50).persistAll(fleet.toArray()));
    // end
  }

  Uni<Integer> raise(Mutiny.SessionFactory sessions) {
    // snippet
    return sessions.withTransaction(session -> session
        .createMutationQuery("update Ship set crew = crew + 1 where crew < :few")
        .setParameter("few", 10)
        .executeUpdate());
    // end
  }

  Uni<Void> retry(Mutiny.SessionFactory sessions, long id) {
    // snippet
    return PinionRetry.onConflict(() -> sessions.withTransaction(session ->
        session.find(Ship.class, id).invoke(ship -> ship.crew++).replaceWithVoid()));
    // end
  }

  Uni<Void> patient(Mutiny.SessionFactory sessions, long id) {
    // snippet
    return PinionRetry.atMost(10)
        .withPauses(Duration.ofMillis(5), Duration.ofMillis(200))
        .run(() -> sessions.withTransaction(session ->
            session.find(Ship.class, id).invoke(ship -> ship.crew++).replaceWithVoid()));
    // end
  }

  Uni<Void> tenant(Mutiny.SessionFactory sessions) {
    // snippet
    return sessions.withTransaction("acme", (session, transaction) -> session.persist(new Ship("Pequod", 30)));
    // end
  }
}
