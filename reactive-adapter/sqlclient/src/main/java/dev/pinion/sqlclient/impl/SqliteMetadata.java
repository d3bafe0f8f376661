package dev.pinion.sqlclient.impl;

import io.vertx.sqlclient.spi.DatabaseMetadata;

/** The version of SQLite, as the library tells it: {@code major.minor.patch}. */
record SqliteMetadata(String fullVersion) implements DatabaseMetadata {

  @Override
  public String productName() {
    return "SQLite";
  }

  @Override
  public int majorVersion() {
    return part(0);
  }

  @Override
  public int minorVersion() {
    return part(1);
  }

  private int part(int index) {
    return Integer.parseInt(fullVersion.split("\\.")[index]);
  }
}
