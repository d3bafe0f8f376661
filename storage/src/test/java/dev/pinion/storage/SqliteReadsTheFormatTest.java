package dev.pinion.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteReadsTheFormatTest {

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    execute("create table t(n numeric(38,10), d text)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void theSumOfTenthsIsClean() throws SQLException {
    insertNumber("0.1");
    insertNumber("0.2");
    assertThat(Decimals.toBigDecimal(select("select sum(n) from t"))).isEqualTo("0.3");
  }

  @Test
  void aSumReadsNumbersStoredAsBlobs() throws SQLException {
    insertNumber("12345678901234567890.5");
    insertNumber("0.5");
    assertThat(Decimals.toBigDecimal(select("select sum(n) from t"))).isEqualTo("12345678901234600000");
  }

  @ParameterizedTest
  @CsvSource({"0, integer", "10.00, integer", "9.99, real", "1E-10, real", "9223372036854775807, integer",
      "9223372036854775808, blob", "99999999999999999999999999999999999999, blob", "1234567890.1234567, blob"})
  void aNumericColumnLeavesTheFormAlone(String number, String storageClass) throws SQLException {
    insertNumber(number);
    assertThat(select("select typeof(n) from t")).isEqualTo(storageClass);
    assertThat(Decimals.toBigDecimal(select("select n from t"))).isEqualByComparingTo(number);
  }

  @Test
  void aNumberIsFoundByEqualityWhateverItsForm() throws SQLException {
    for (var number : new String[] {"10.00", "9.99", "12345678901234567890.5"}) {
      insertNumber(number);
      assertThat(count("select count(*) from t where n = ?", Decimals.toStored(new BigDecimal(number)))).isOne();
    }
  }

  @Test
  void theDateFunctionsReadWhatIsWritten() throws SQLException {
    insertText(Temporals.format(LocalDateTime.of(2024, 2, 28, 23, 59, 59, 500_000_000)));
    assertThat(select("select strftime('%Y-%m-%d %H:%M:%f', d, '+1 second') from t"))
        .isEqualTo("2024-02-29 00:00:00.500");
  }

  @Test
  void currentTimestampIsReadAsAnInstant() throws SQLException {
    var stored = select("select current_timestamp");
    assertThat(Temporals.toInstant(stored)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(Temporals.format(Temporals.toInstant(stored))).isEqualTo(stored);
  }

  @Test
  void whatSqliteJdbcStoresForATimestampIsRead() throws SQLException {
    var time = LocalDateTime.of(2024, 2, 29, 12, 30, 0, 250_000_000);
    try (var insert = connection.prepareStatement("insert into t(n) values (?)")) {
      insert.setTimestamp(1, Timestamp.valueOf(time));
      insert.executeUpdate();
    }
    assertThat(Temporals.toLocalDateTime(select("select n from t"))).isEqualTo(time);
  }

  @Test
  void aJulianDayIsRead() throws SQLException {
    assertThat(Temporals.toInstant(select("select julianday('2024-02-29 12:30:00.125')")))
        .isEqualTo("2024-02-29T12:30:00.125Z");
  }

  private void insertNumber(String number) throws SQLException {
    insert("insert into t(n) values (?)", Decimals.toStored(new BigDecimal(number)));
  }

  private void insertText(String text) throws SQLException {
    insert("insert into t(d) values (?)", text);
  }

  private void insert(String sql, Object value) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, value);
      statement.executeUpdate();
    }
  }

  private int count(String sql, Object value) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, value);
      try (var rows = statement.executeQuery()) {
        return rows.getInt(1);
      }
    }
  }

  private Object select(String sql) throws SQLException {
    try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getObject(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
