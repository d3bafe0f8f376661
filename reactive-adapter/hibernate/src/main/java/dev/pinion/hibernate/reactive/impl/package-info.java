/**
 * What Hibernate's service registry is given for a SQLite URL; called by Hibernate only.
 */
package dev.pinion.hibernate.reactive.impl;
