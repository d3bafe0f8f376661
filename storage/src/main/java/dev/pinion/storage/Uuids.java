package dev.pinion.storage;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * UUIDs, stored as the 16 bytes of their text, in its order.
 */
public final class Uuids {

  private static final int BYTES = 16;
  private static final Pattern PLAIN_HEX = Pattern.compile("(\\p{XDigit}{8})(\\p{XDigit}{4})(\\p{XDigit}{4})"
      + "(\\p{XDigit}{4})(\\p{XDigit}{12})");
  private static final Pattern DASHED_HEX = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private Uuids() {
  }

  /** The stored form of a UUID; {@code null} for {@code null}. */
  public static byte[] toBytes(UUID uuid) {
    if (uuid == null) {
      return null;
    }
    return ByteBuffer.allocate(BYTES)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  /**
   * The UUID that a stored value means: 16 bytes, or its hexadecimal text with or without dashes.
   *
   * @param stored what SQLite holds, or {@code null}
   * @throws IllegalArgumentException when it means none
   */
  public static UUID toUuid(Object stored) {
    if (stored == null) {
      return null;
    }
    if (stored instanceof byte[] bytes) {
      if (bytes.length != BYTES) {
        throw new IllegalArgumentException("A stored blob of " + bytes.length + " bytes is no UUID, which has 16");
      }
      var buffer = ByteBuffer.wrap(bytes);
      return new UUID(buffer.getLong(), buffer.getLong());
    }
    if (stored instanceof String text) {
      return parse(text);
    }
    throw new IllegalArgumentException("A stored value of type " + stored.getClass().getName()
        + " is no UUID: a blob of 16 bytes or text was expected");
  }

  private static UUID parse(String text) {
    var stripped = text.strip();
    if (DASHED_HEX.matcher(stripped).matches()) {
      return UUID.fromString(stripped);
    }
    var plain = PLAIN_HEX.matcher(stripped);
    if (plain.matches()) {
      return UUID.fromString(plain.replaceFirst("$1-$2-$3-$4-$5"));
    }
    throw new IllegalArgumentException("The stored text '" + text + "' is no UUID");
  }
}
