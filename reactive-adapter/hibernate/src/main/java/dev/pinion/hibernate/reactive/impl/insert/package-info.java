/** HQL inserts into entities of several tables, or whose ids are taken in blocks, which Hibernate Reactive lacks. */
package dev.pinion.hibernate.reactive.impl.insert;
