/**
 * Hibernate Reactive on SQLite; an application needs nothing from here but the jar on its class path.
 *
 * <p>A SQLite URL in {@code jakarta.persistence.jdbc.url} is the whole set-up:
 *
 * <pre>{@code
 * var factory = Persistence.createEntityManagerFactory("unit").unwrap(Mutiny.SessionFactory.class);
 * factory.withTransaction(session -> session.persist(book)).await().indefinitely();
 * }</pre>
 *
 * <p>{@link dev.pinion.hibernate.reactive.SqliteClientPool} is public to be subclassed by those who manage connections
 * in their own way.
 *
 * <p>{@link dev.pinion.hibernate.reactive.PinionRetry} runs a transaction again that met a conflict with others.
 *
 * <p>Identifiers of the kinds {@code AUTO}, {@code SEQUENCE} and {@code TABLE} come from a table, because SQLite has no
 * sequences, in blocks that are taken on the session's own connection. A block belongs to its transaction until that
 * commits, so that none comes twice, neither after a rollback nor in another process.
 */
package dev.pinion.hibernate.reactive;
