package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hibernate.exception.ConstraintViolationException.ConstraintKind.OTHER;
import static org.hibernate.exception.ConstraintViolationException.ConstraintKind.UNIQUE;

import dev.pinion.dialect.domain.Author;
import dev.pinion.dialect.domain.Book;
import dev.pinion.dialect.impl.error.SqliteErrorConversion;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.JDBCException;
import org.hibernate.QueryTimeoutException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.exception.LockTimeoutException;
import org.hibernate.exception.SQLGrammarException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest extends DialectTest {

  @Override
  List<Class<?>> entities() {
    return List.of(Author.class, Book.class);
  }

  private void run(String sql) {
    factory.inTransaction(session -> session.createNativeMutationQuery(sql).executeUpdate());
  }

  private ConstraintViolationException violation(String sql) {
    return catchThrowableOfType(ConstraintViolationException.class, () -> run(sql));
  }

  @Test
  void aUniqueViolationNamesItsColumns() {
    run("insert into Author(name, alive, version) values ('x', 0, 0)");
    var violation = violation("insert into Author(name, alive, version) values ('x', 0, 0)");
    assertThat(violation.getKind()).isEqualTo(UNIQUE);
    assertThat(violation.getConstraintName()).isEqualTo("Author.name");
  }

  @Test
  void aViolationOfANamedUniqueConstraintNamesIt() {
    run("insert into Author(id, name, alive, version) values (1, 'x', 0, 0)");
    run("insert into Book(title, year_, author_id) values ('x', 1, 1)");
    var violation = violation("insert into Book(title, year_, author_id) values ('x', 1, 1)");
    assertThat(violation.getKind()).isEqualTo(UNIQUE);
    assertThat(violation.getConstraintName()).isEqualTo("one_title_a_year");
  }

  @Test
  void aViolationOfTwoColumnsWithoutANameNamesBoth() throws SQLException {
    execute("create table if not exists pair(a, b, unique (a, b))");
    run("insert into pair values (1, 2)");
    assertThat(violation("insert into pair values (1, 2)").getConstraintName()).isEqualTo("pair.a, pair.b");
    execute("drop table pair");
  }

  @Test
  void aViolationOfAnIndexOnAnExpressionNamesTheIndex() throws SQLException {
    execute("create unique index upper_name on Author(upper(name))");
    run("insert into Author(name, alive, version) values ('x', 0, 0)");
    var violation = violation("insert into Author(name, alive, version) values ('X', 0, 0)");
    assertThat(violation.getKind()).isEqualTo(UNIQUE);
    assertThat(violation.getConstraintName()).isEqualTo("upper_name");
  }

  @Test
  void aValueOfAnotherTypeInAStrictTableIsOneOfData() throws SQLException {
    execute("create table if not exists strictly(a integer) strict");
    assertThatThrownBy(() -> run("insert into strictly values ('x')")).isInstanceOf(DataException.class);
    execute("drop table strictly");
  }

  @Test
  void aPrimaryKeyViolationIsUnique() {
    run("insert into Author(id, name, alive, version) values (1, 'x', 0, 0)");
    var violation = violation("insert into Author(id, name, alive, version) values (1, 'y', 0, 0)");
    assertThat(violation.getKind()).isEqualTo(UNIQUE);
    assertThat(violation.getConstraintName()).isEqualTo("Author.id");
  }

  @Test
  void aMissingValueNamesItsColumn() {
    var violation = violation("insert into Author(alive, version) values (0, 0)");
    assertThat(violation.getKind()).isEqualTo(OTHER);
    assertThat(violation.getConstraintName()).isEqualTo("Author.name");
  }

  @Test
  void aCheckNamesItself() {
    run("insert into Author(id, name, alive, version) values (1, 'x', 0, 0)");
    var violation = violation("insert into Book(title, year_, price, author_id) values ('x', 1, -1, 1)");
    assertThat(violation.getKind()).isEqualTo(OTHER);
    assertThat(violation.getConstraintName()).isEqualTo("price_is_no_debt");
  }

  @Test
  void aForeignKeyHasNoName() {
    var violation = violation("insert into Book(title, year_, author_id) values ('x', 1, 99)");
    assertThat(violation.getKind()).isEqualTo(OTHER);
    assertThat(violation.getConstraintName()).isNull();
  }

  @Test
  void aViolationAtFlushIsOneToo() {
    factory.inTransaction(session -> session.persist(new Author("x", null)));
    assertThatThrownBy(() -> factory.inTransaction(session -> session.persist(new Author("x", null))))
        .isInstanceOf(ConstraintViolationException.class);
  }

  @Test
  void aSyntaxErrorIsOneOfGrammar() {
    assertThatThrownBy(() -> run("insert inot Author")).isInstanceOf(SQLGrammarException.class);
    assertThatThrownBy(() -> run("delete from nowhere")).isInstanceOf(SQLGrammarException.class);
  }

  @Test
  void aMismatchIsOneOfData() {
    assertThatThrownBy(() -> run("insert into Author(id, name, alive, version) values ('one', 'x', 0, 0)"))
        .isInstanceOf(DataException.class);
  }

  @Test
  void anOverflowIsOneOfData() {
    run("insert into Author(id, name, alive, version) values (9223372036854775807, 'x', 0, 0), (1, 'y', 0, 0)");
    assertThatThrownBy(() -> factory.inSession(session ->
        session.createNativeQuery("select sum(id) from Author", Long.class).getSingleResult()))
        .isInstanceOf(DataException.class);
  }

  @Test
  void aBusyDatabaseIsALockTimeout() throws SQLException {
    try (var other = DriverManager.getConnection(url()); var statement = other.createStatement()) {
      statement.execute("begin immediate");
      assertThatThrownBy(() -> run("insert into Author(name, alive, version) values ('x', 0, 0)"))
          .isInstanceOf(LockTimeoutException.class);
      statement.execute("rollback");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", value = {
      "SQLITE_BUSY => org.hibernate.exception.LockTimeoutException",
      "SQLITE_BUSY_RECOVERY => org.hibernate.exception.LockTimeoutException",
      "SQLITE_BUSY_SNAPSHOT => org.hibernate.exception.LockAcquisitionException",
      "SQLITE_LOCKED_SHAREDCACHE => org.hibernate.exception.LockAcquisitionException",
      "SQLITE_INTERRUPT => org.hibernate.QueryTimeoutException",
      "SQLITE_TOOBIG => org.hibernate.exception.DataException",
      "SQLITE_CANTOPEN_ISDIR => org.hibernate.exception.JDBCConnectionException",
      "SQLITE_ERROR => org.hibernate.exception.SQLGrammarException"
  })
  void theReactiveDriversErrorsAreReadByTheirCode(String code, Class<? extends JDBCException> expected) {
    var exception = new SQLException("database is locked [" + code + "]\nSQL: select 1", "HY000", 5);
    assertThat(new SqliteErrorConversion().convert(exception, "message", "select 1")).isExactlyInstanceOf(expected);
    assertThat(List.of(LockTimeoutException.class, LockAcquisitionException.class, QueryTimeoutException.class,
        DataException.class, JDBCConnectionException.class, SQLGrammarException.class)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = "=>", value = {
      "UNIQUE constraint failed: t.a, t.b [SQLITE_CONSTRAINT_UNIQUE] => t.a, t.b",
      "NOT NULL constraint failed: t.a [SQLITE_CONSTRAINT_NOTNULL] => t.a",
      "CHECK constraint failed: length(a) > 3 [SQLITE_CONSTRAINT_CHECK] => length(a) > 3",
      "[SQLITE_CONSTRAINT_CHECK] A CHECK constraint failed (CHECK constraint failed: length(a) > 3) => length(a) > 3"
  })
  void theConstraintIsReadFromEitherDriversMessage(String message, String constraint) {
    for (var text : List.of(message, message + "\nSQL: insert into t values (?)")) {
      assertThat(new SqliteErrorConversion().extractConstraintName(new SQLException(text))).isEqualTo(constraint);
    }
  }

  @Test
  void whatIsNoErrorOfSqliteIsLeftToHibernate() {
    assertThat(new SqliteErrorConversion().convert(new SQLException((String) null), "message", "sql")).isNull();
    assertThat(new SqliteErrorConversion().convert(new SQLException("[SQLITE_FULL] full"), "message", "sql")).isNull();
  }
}
