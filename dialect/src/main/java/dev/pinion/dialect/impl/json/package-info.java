/**
 * JSON as text and in SQL: what arrays and embeddables are stored as. Knows no entity and no session.
 */
package dev.pinion.dialect.impl.json;
