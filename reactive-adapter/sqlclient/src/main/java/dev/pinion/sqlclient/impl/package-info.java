/**
 * The driver between Vert.x and the engine: commands in, rows out, on the caller's context. Not for applications.
 */
package dev.pinion.sqlclient.impl;
