package dev.pinion.benchmarks.page;

import com.github.freva.asciitable.AsciiTable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that can be printed and written.
 *
 * @param title its heading
 * @param note what one has to know to read it; may be empty
 * @param head the columns' names
 * @param rows the cells
 */
public record Table(String title, String note, List<String> head, List<List<String>> rows) {

  /**
   * For a terminal.
   *
   * @return lines
   */
  public String text() {
    return title + "\n" + AsciiTable.getTable(head.toArray(String[]::new),
        rows.stream().map(row -> row.toArray(String[]::new)).toArray(String[][]::new)) + "\n";
  }

  /**
   * For a page.
   *
   * @return a section of Markdown
   */
  public String markdown() {
    String separator = head.stream().map(name -> "---").collect(Collectors.joining("|", "|", "|"));
    return "## " + title + "\n" + (note.isEmpty() ? "" : note + "\n") + "\n" + line(head) + separator + "\n"
        + rows.stream().map(Table::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> " " + cell.replace("|", "\\|") + " ")
        .collect(Collectors.joining("|", "|", "|\n"));
  }
}
