/**
 * What Vert.x finds by ServiceLoader.
 */
package dev.pinion.sqlclient.spi;
