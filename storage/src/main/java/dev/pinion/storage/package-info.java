/**
 * The storage format, in one place: how Java values that SQLite has no type of its own for are written, and how they
 * are read back. The dialect, the Vert.x driver and tools of ours call it; an application may, when it writes SQL of
 * its own and wants to store what the others can read.
 *
 * <p>Writing is strict, one form for each value, so that equal values are equal in SQL too. Reading is lenient: what
 * {@code CURRENT_TIMESTAMP}, a script, another tool or sqlite-jdbc's own setters have stored is understood.
 * All classes are stateless and safe for use by any thread.
 */
package dev.pinion.storage;
