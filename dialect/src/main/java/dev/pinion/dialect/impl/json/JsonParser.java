package dev.pinion.dialect.impl.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) into {@code null}, strings, booleans, lists, maps, and numbers as {@link Long} or, when they
 * are too long or have a fraction, {@link BigDecimal}: no digit is lost.
 */
public final class JsonParser {

  /** What SQLite's own parser allows (json1.html, section 3.3), well within a thread's stack. */
  private static final int MAX_DEPTH = 1000;
  private static final int MAX_LONG_LENGTH = 18;

  private final String text;
  private int position;
  private int depth;

  private JsonParser(String text) {
    this.text = text;
  }

  /**
   * The value of a text.
   *
   * @throws IllegalArgumentException when it is not JSON
   */
  public static Object parse(String text) {
    var parser = new JsonParser(text);
    var value = parser.value();
    parser.skipBlanks();
    if (parser.position < text.length()) {
      throw parser.unexpected();
    }
    return value;
  }

  private Object value() {
    skipBlanks();
    return switch (peek()) {
      case '{' -> nested(this::object);
      case '[' -> nested(this::array);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Object nested(java.util.function.Supplier<Object> reader) {
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException("The stored JSON is nested more than " + MAX_DEPTH + " levels deep");
    }
    position++;
    var value = reader.get();
    depth--;
    return value;
  }

  private Map<String, Object> object() {
    var entries = new LinkedHashMap<String, Object>();
    if (skipIf('}')) {
      return entries;
    }
    do {
      skipBlanks();
      var key = string();
      expect(':');
      entries.put(key, value());
    } while (skipIf(','));
    expect('}');
    return entries;
  }

  private List<Object> array() {
    var elements = new ArrayList<>();
    if (skipIf(']')) {
      return elements;
    }
    do {
      elements.add(value());
    } while (skipIf(','));
    expect(']');
    return elements;
  }

  private String string() {
    expect('"');
    int start = position;
    int end = start;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\\') {
      end++;
    }
    position = end;
    if (peek() == '"') {
      position++;
      return text.substring(start, end);
    }
    var unescaped = new StringBuilder(text.substring(start, end));
    while (peek() != '"') {
      char character = text.charAt(position++);
      unescaped.append(character == '\\' ? escaped() : character);
    }
    position++;
    return unescaped.toString();
  }

  private char escaped() {
    char character = peek();
    position++;
    return switch (character) {
      case '"', '\\', '/' -> character;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> {
        position--;
        throw unexpected();
      }
    };
  }

  private char codeUnit() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw unexpected();
      }
      code = code * 16 + digit;
      position++;
    }
    return (char) code;
  }

  private Object word(String word, Object meaning) {
    if (!text.startsWith(word, position)) {
      throw unexpected();
    }
    position += word.length();
    return meaning;
  }

  private Number number() {
    int start = position;
    boolean integral = true;
    while (position < text.length() && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) {
      integral &= Character.isDigit(text.charAt(position)) || text.charAt(position) == '-';
      position++;
    }
    var digits = text.substring(start, position);
    try {
      if (integral && digits.length() <= MAX_LONG_LENGTH) {
        return Long.valueOf(digits);
      }
      return new BigDecimal(digits);
    } catch (NumberFormatException e) {
      position = start;
      throw unexpected();
    }
  }

  private void skipBlanks() {
    while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private boolean skipIf(char character) {
    skipBlanks();
    if (position < text.length() && text.charAt(position) == character) {
      position++;
      return true;
    }
    return false;
  }

  private void expect(char character) {
    if (!skipIf(character)) {
      throw unexpected();
    }
  }

  private char peek() {
    if (position >= text.length()) {
      throw unexpected();
    }
    return text.charAt(position);
  }

  /** Without the text, which is a value of the application. */
  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("The stored text is no JSON: "
        + (position < text.length() ? "an unexpected character" : "it ends") + " at position " + position);
  }
}
