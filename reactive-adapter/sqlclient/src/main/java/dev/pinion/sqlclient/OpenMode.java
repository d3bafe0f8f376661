package dev.pinion.sqlclient;

/**
 * What may be done with the database file, and whether it is created (c3ref/open.html).
 */
public enum OpenMode {
  /** The file must exist and is only read. */
  READ_ONLY("ro"),
  /** The file must exist. */
  READ_WRITE("rw"),
  /** The file is created when it does not exist; its directory must exist. The default. */
  CREATE("rwc");

  private final String parameter;

  OpenMode(String parameter) {
    this.parameter = parameter;
  }

  /**
   * The value of the URL parameter {@code mode} that stands for this mode, as in SQLite's URI filenames (uri.html).
   *
   * @return {@code ro}, {@code rw} or {@code rwc}
   */
  public String parameter() {
    return parameter;
  }

  static OpenMode ofParameter(String value) {
    for (OpenMode mode : values()) {
      if (mode.parameter.equals(value)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("mode=" + value + " is not known: use mode=ro, mode=rw or mode=rwc;"
        + " a database in memory is sqlite::memory:");
  }
}
