package dev.pinion.sqlclient.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.sqlclient.SqliteConnectOptions;
import dev.pinion.storage.gate.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConnection;

class SessionTest {

  @Test
  void a_session_that_cannot_even_roll_back_lets_the_next_writer_in_when_it_closes() throws SQLException {
    Database database = Database.inMemory();
    SQLiteConnection connection = (SQLiteConnection) DriverManager.getConnection("jdbc:sqlite::memory:");
    Session session = new Session(
        connection, database, FileIdentity.inMemory(), null, new SqliteConnectOptions().setPath(":memory:"));
    session.begin(null, false);
    connection.close();
    session.close();

    assertThat(database.writeGate().request(() -> { }).isGranted()).isTrue();
  }
}
