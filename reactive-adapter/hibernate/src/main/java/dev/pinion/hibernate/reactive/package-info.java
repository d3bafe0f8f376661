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
 * <p>Identifiers of the kinds {@code AUTO}, {@code SEQUENCE} and {@code TABLE} come from a table, because SQLite has no
 * sequences, and Hibernate Reactive takes a block of them on the session's own connection. When that transaction is
 * rolled back the table forgets the block, while the generator in memory goes on handing it out: another process, or
 * the same one after a restart, may then meet a duplicate key. {@code IDENTITY} and {@code UUID} have no such gap.
 */
package dev.pinion.hibernate.reactive;
