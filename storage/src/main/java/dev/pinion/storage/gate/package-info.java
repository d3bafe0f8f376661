/**
 * What the driver and the blocking DataSource of one JVM share about an open file, above all its write gate. Internal
 * to Pinion: it may change in any release.
 */
package dev.pinion.storage.gate;
