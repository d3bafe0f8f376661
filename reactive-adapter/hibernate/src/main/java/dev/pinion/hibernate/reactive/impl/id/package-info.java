/** Identifiers of reactive sessions, from the same blocks as those of blocking ones. */
package dev.pinion.hibernate.reactive.impl.id;
