package dev.pinion.dialect.impl.function;

import dev.pinion.dialect.impl.sql.BlobDecimals;
import org.hibernate.sql.ast.tree.expression.Expression;

/**
 * Values as elements of a JSON array, which can hold anything but blobs (json1.html, section 3.4): those go as their
 * hexadecimal digits, which sort as they do.
 */
record JsonElements(String encode, String decode, String close) {

  private static final JsonElements PLAIN = new JsonElements("", "", "");
  private static final JsonElements BLOBS = new JsonElements("hex(", "unhex(", ")");

  static JsonElements of(Expression expression) {
    return BlobDecimals.isBlob(expression) ? BLOBS : PLAIN;
  }

  String decoded(String element) {
    return decode + element + close;
  }
}
