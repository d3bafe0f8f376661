/**
 * A program as an application would write it: Flyway, Hibernate Reactive sessions and queries on one SQLite file.
 */
package dev.pinion.examples.quickstart;
