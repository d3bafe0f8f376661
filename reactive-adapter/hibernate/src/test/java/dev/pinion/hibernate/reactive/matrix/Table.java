package dev.pinion.hibernate.reactive.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of lines {@code hql => result}. An indented line continues the one before it, and one that begins with # is a
 * heading.
 */
final class Table {

  private static final String ARROW = " => ";

  private Table() {
  }

  /** A question and the rows that answer it. */
  record Line(String hql, String result) {

    @Override
    public String toString() {
      return hql;
    }
  }

  static List<Line> read(String name) {
    List<String> joined = new ArrayList<>();
    for (String line : text(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList()) {
      if (line.startsWith(" ")) {
        joined.add(joined.remove(joined.size() - 1) + " " + line.strip());
      } else {
        joined.add(line.strip());
      }
    }
    return joined.stream().map(Table::line).toList();
  }

  private static Line line(String line) {
    int arrow = line.lastIndexOf(ARROW);
    if (arrow < 0) {
      throw new IllegalArgumentException("no result in: " + line);
    }
    return new Line(line.substring(0, arrow), line.substring(arrow + ARROW.length()));
  }

  private static String text(String name) {
    try (InputStream file = Table.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
