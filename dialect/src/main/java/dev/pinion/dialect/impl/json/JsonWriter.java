package dev.pinion.dialect.impl.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON without blanks and with the escapes that SQLite's own functions use (json1.html), so that what Java and
 * SQL have made of the same values is the same text.
 */
public final class JsonWriter {

  private final StringBuilder text = new StringBuilder();

  private JsonWriter() {
  }

  /**
   * The text of a value.
   *
   * @param value {@code null}, a string, a boolean, a number, a list or a map with string keys of such
   * @throws IllegalArgumentException when it is anything else, or a number that is infinite or not a number
   */
  public static String write(Object value) {
    var writer = new JsonWriter();
    writer.append(value);
    return writer.text.toString();
  }

  private void append(Object value) {
    if (value == null || value instanceof Boolean) {
      text.append(value);
    } else if (value instanceof String string) {
      appendString(string);
    } else if (value instanceof Number number) {
      appendNumber(number);
    } else if (value instanceof List<?> list) {
      appendList(list);
    } else if (value instanceof Map<?, ?> map) {
      appendMap(map);
    } else {
      throw new IllegalArgumentException("A value of " + value.getClass().getName() + " has no form in JSON");
    }
  }

  private void appendNumber(Number number) {
    if (!Double.isFinite(number.doubleValue()) && !(number instanceof BigDecimal)) {
      throw new IllegalArgumentException("The number " + number + " has no form in JSON");
    }
    text.append(number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString());
  }

  private void appendList(List<?> list) {
    text.append('[');
    var separator = "";
    for (var element : list) {
      text.append(separator);
      append(element);
      separator = ",";
    }
    text.append(']');
  }

  private void appendMap(Map<?, ?> map) {
    text.append('{');
    var separator = "";
    for (var entry : map.entrySet()) {
      text.append(separator);
      appendString((String) entry.getKey());
      text.append(':');
      append(entry.getValue());
      separator = ",";
    }
    text.append('}');
  }

  private void appendString(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      appendEscaped(string.charAt(i));
    }
    text.append('"');
  }

  private void appendEscaped(char character) {
    switch (character) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (character < ' ') {
          text.append(String.format("\\u%04x", (int) character));
        } else {
          text.append(character);
        }
      }
    }
  }
}
