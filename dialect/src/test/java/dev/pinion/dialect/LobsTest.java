package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Everything;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.ScrollMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LobsTest extends DialectTest {

  private static final byte[] BYTES = new byte[100_000];
  private static final String TEXT = "Gödel 🎈 ".repeat(10_000);

  @Override
  List<Class<?>> entities() {
    return List.of(Everything.class);
  }

  @BeforeEach
  void fill() {
    BYTES[1] = 1;
    factory.inTransaction(session -> {
      var row = new Everything(1);
      var helper = session.getLobHelper();
      row.aBlob = helper.createBlob(new ByteArrayInputStream(BYTES), BYTES.length);
      row.aClob = helper.createClob(new StringReader(TEXT), TEXT.length());
      row.aNClob = helper.createNClob(TEXT);
      session.persist(row);
    });
  }

  @Test
  void lobsAreWrittenFromStreams() throws SQLException {
    assertThat(selectOne("select typeof(aBlob)||length(aBlob)||typeof(aClob)||length(aClob) from Everything"))
        .isEqualTo("blob100000text" + TEXT.codePointCount(0, TEXT.length()));
  }

  @Test
  void lobsAreReadAsValuesAndStreamsAlsoAfterTheirSession() throws SQLException, IOException {
    var row = factory.fromSession(session -> session.find(Everything.class, 1L));
    assertThat(row.aBlob.length()).isEqualTo(BYTES.length);
    assertThat(row.aBlob.getBytes(2, 2)).containsExactly(1, 0);
    assertThat(row.aBlob.getBinaryStream().readAllBytes()).isEqualTo(BYTES);
    assertThat(row.aClob.length()).isEqualTo(TEXT.length());
    assertThat(row.aClob.getSubString(1, 5)).isEqualTo("Gödel");
    var buffer = new char[5];
    assertThat(row.aNClob.getCharacterStream().read(buffer)).isEqualTo(5);
    assertThat(buffer).isEqualTo("Gödel".toCharArray());
  }

  @Test
  void lobsAreReplacedAndEmptied() throws SQLException {
    factory.inTransaction(session -> {
      var row = session.find(Everything.class, 1L);
      row.aBlob = session.getLobHelper().createBlob(new byte[0]);
      row.aClob = session.getLobHelper().createClob("new");
      row.aNClob = null;
    });
    assertThat(selectOne("select length(aBlob)||aClob||(aNClob is null) from Everything")).isEqualTo("0new1");
  }

  @Test
  void aLobThatWasReadIsWrittenAgain() throws SQLException {
    factory.inTransaction(session -> {
      var copy = new Everything(2);
      var row = session.find(Everything.class, 1L);
      copy.aBlob = row.aBlob;
      copy.aClob = row.aClob;
      session.persist(copy);
    });
    assertThat(selectOne("select count(distinct aBlob)||count(distinct aClob) from Everything")).isEqualTo("11");
  }

  @Test
  void lobsAreSelectedScrolledAndSetByQueries() throws SQLException {
    factory.inTransaction(session -> {
      try (var rows = session.createQuery("select aClob, aBlob from Everything", Object[].class)
          .scroll(ScrollMode.FORWARD_ONLY)) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.get()[0]).isInstanceOf(java.sql.Clob.class);
        assertThat(rows.get()[1]).isInstanceOf(java.sql.Blob.class);
      }
      session.createMutationQuery("update Everything set aLobString = ?1, lobBytes = ?2").setParameter(1, "x")
          .setParameter(2, new byte[] {7}).executeUpdate();
    });
    assertThat(selectOne("select aLobString||hex(lobBytes) from Everything")).isEqualTo("x07");
  }

  @Test
  void textOfALobIsSearched() {
    factory.inSession(session -> assertThat(session.createQuery(
        "select length(aClob) from Everything where aClob like 'Göd%'", Integer.class).getSingleResult())
        .isEqualTo(TEXT.codePointCount(0, TEXT.length())));
  }
}
