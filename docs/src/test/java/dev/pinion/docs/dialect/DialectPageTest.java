package dev.pinion.docs.dialect;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DialectPageTest {

  private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

  static Stream<String> sqlBlocks() throws IOException {
    return SQL.matcher(Files.readString(Path.of("../docs/dialect.md"))).results()
        .map(block -> block.group(1));
  }

  @ParameterizedTest
  @MethodSource("sqlBlocks")
  void an_sql_block_runs(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        var statement = connection.createStatement()) {
      assertThatCode(() -> statement.executeUpdate(sql)).doesNotThrowAnyException();
    }
  }
}
