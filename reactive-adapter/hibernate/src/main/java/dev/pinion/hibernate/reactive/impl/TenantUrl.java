package dev.pinion.hibernate.reactive.impl;

import dev.pinion.sqlclient.SqliteConnectOptions;
import java.util.regex.Pattern;

/**
 * The URL of a tenant's database, made of a template that names all of them.
 *
 * @param template a SQLite URL with one {@code {tenant}} in its path
 */
public record TenantUrl(String template) {

  private static final String PLACE = "{tenant}";

  /** No separator, dot, question mark or capital: neither another directory nor, in any file system, another's file. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9_][a-z0-9_-]{0,62}");

  /**
   * Checks the template.
   *
   * @throws IllegalArgumentException if it cannot name the file of each tenant
   */
  public TenantUrl {
    int place = template.indexOf(PLACE);
    int parameters = template.indexOf('?');
    if (place < 0 || place != template.lastIndexOf(PLACE) || parameters >= 0 && parameters < place) {
      throw new IllegalArgumentException(SqliteSettings.TENANT_URL + " must have " + PLACE + " once, in its path, as in"
          + " jdbc:sqlite:/data/{tenant}.db; it is '" + template + "'");
    }
    try {
      SqliteConnectOptions.fromUri(template.replace(PLACE, "tenant"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          SqliteSettings.TENANT_URL + " is '" + template + "': " + e.getMessage(), e);
    }
  }

  /**
   * The URL of one tenant.
   *
   * @param tenantId its name, which may come from anywhere
   * @throws IllegalArgumentException if it is not made of lower-case letters, digits, {@code _} and {@code -}
   */
  public String of(String tenantId) {
    if (!NAME.matcher(tenantId).matches()) {
      throw new IllegalArgumentException("A tenant whose database is named by " + SqliteSettings.TENANT_URL + " has"
          + " 1 to 63 lower-case letters, digits, _ and -, and no - at its start. The one that was given has not; map"
          + " it to such a name, or override SqliteClientPool.tenantOptions");
    }
    return template.replace(PLACE, tenantId);
  }
}
