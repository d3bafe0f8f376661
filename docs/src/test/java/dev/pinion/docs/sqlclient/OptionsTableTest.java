package dev.pinion.docs.sqlclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pinion.sqlclient.OpenMode;
import dev.pinion.sqlclient.SqliteConnectOptions;
import java.beans.Introspector;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of options on the page are those of the code. */
class OptionsTableTest {

  private static final Pattern OPTION = Pattern.compile("\\| `(\\w+)` \\| (?:`(\\w+)`)? ?\\| `([^`]+)` \\|.*");
  private static final Pattern PRAGMAS = Pattern.compile("The further pragmas are ([^:]*?)\\.\\n", Pattern.DOTALL);
  /** The path, what is computed from it, and the pragmas, which the page has apart. */
  private static final Set<String> NOT_IN_THE_TABLE = Set.of("path", "inMemory", "pragmas");

  @Test
  void every_option_is_in_the_table_with_its_default() throws ReflectiveOperationException, IOException {
    Map<String, String> defaults = new TreeMap<>();
    SqliteConnectOptions options = new SqliteConnectOptions();
    for (Method method : SqliteConnectOptions.class.getDeclaredMethods()) {
      String name = property(method.getName());
      if (name != null && method.getParameterCount() == 0 && !NOT_IN_THE_TABLE.contains(name)) {
        defaults.put(name, String.valueOf(method.invoke(options)));
      }
    }
    Map<String, String> table = new TreeMap<>();
    rows().forEach(row -> table.put(row.group(1), row.group(3)));

    assertThat(table).isEqualTo(defaults);
  }

  @Test
  void every_parameter_of_a_url_is_in_the_tables() throws IOException {
    Set<String> named = rows().stream().map(row -> row.group(2)).filter(name -> name != null)
        .collect(Collectors.toCollection(TreeSet::new));
    Matcher pragmas = PRAGMAS.matcher(page());
    assertThat(pragmas.find()).isTrue();
    Arrays.stream(pragmas.group(1).split(",\\s+(and )?|\\s+and\\s+")).map(name -> name.replace("`", ""))
        .forEach(named::add);

    assertThat(named).isEqualTo(known());
  }

  @Test
  void a_parameter_with_the_default_of_the_table_changes_nothing() throws IOException {
    String parameters = rows().stream().filter(row -> row.group(2) != null)
        .map(row -> row.group(2) + "=" + (row.group(2).equals("mode") ? mode(row.group(3)) : row.group(3)))
        .collect(Collectors.joining("&"));

    assertThat(SqliteConnectOptions.fromUri("sqlite:app.db?" + parameters).toJson())
        .isEqualTo(new SqliteConnectOptions().setPath("app.db").toJson());
  }

  private static String mode(String name) {
    return OpenMode.valueOf(name).parameter();
  }

  private static String property(String method) {
    if (method.startsWith("get")) {
      return Introspector.decapitalize(method.substring(3));
    }
    return method.matches("is[A-Z].*") && !method.equals("isSqliteUri")
        ? Introspector.decapitalize(method.substring(2)) : null;
  }

  /** The parameters that a URL may have, which the refusal of another one lists. */
  private static Set<String> known() {
    String message = catchThrowable(() -> SqliteConnectOptions.fromUri("sqlite:app.db?nonsense=1")).getMessage();
    String list = message.substring(message.lastIndexOf('[') + 1, message.lastIndexOf(']'));
    return new TreeSet<>(List.of(list.split(", ")));
  }

  private static List<MatchResult> rows() throws IOException {
    return OPTION.matcher(page()).results().toList();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/sqlclient.md"));
  }
}
