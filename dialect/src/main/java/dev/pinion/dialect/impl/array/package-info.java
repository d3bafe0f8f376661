/**
 * HQL's functions of arrays, which are stored as JSON. Called by {@code SqliteFunctions} only.
 */
package dev.pinion.dialect.impl.array;
