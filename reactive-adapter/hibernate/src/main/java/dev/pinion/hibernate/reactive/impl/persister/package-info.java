/**
 * Entity persisters that mend faults of Hibernate Reactive's; called by Hibernate, set up by {@code impl}.
 *
 * <p>An update of a versioned entity calls a method of Hibernate ORM that later 6.6 releases have changed (6.6.53, the
 * one that Spring Boot 3.5 brings, no longer has it). A stateless insert with an identity column sets the whole row of
 * generated values as the identifier. A stateless upsert does nothing unless the dialect has no upsert of its own.
 * An update does not reach an optional secondary table. A batch is checked by the count and the id of its first row
 * only. The delete of a row that is gone ends in a failure to load it. An HQL insert into several tables ends in a
 * NullPointerException. Remove this package when Hibernate Reactive does all of it right.
 */
package dev.pinion.hibernate.reactive.impl.persister;
