package dev.pinion.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {

  private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

  @Test
  void theBytesAreThoseOfTheText() {
    assertThat(Uuids.toBytes(ID)).asHexString().isEqualTo("00112233445566778899AABBCCDDEEFF");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    var id = UUID.randomUUID();
    assertThat(Uuids.toUuid(Uuids.toBytes(id))).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00112233-4455-6677-8899-AABBCCDDEEFF", " 00112233-4455-6677-8899-aabbccddeeff ",
      "00112233445566778899aabbccddeeff"})
  void textIsRead(String text) {
    assertThat(Uuids.toUuid(text)).isEqualTo(ID);
  }

  @Test
  void nullStaysNull() {
    assertThat(Uuids.toBytes(null)).isNull();
    assertThat(Uuids.toUuid(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1-1-1-1-1", "00112233-4455-6677-8899-aabbccddeefg", "0011"})
  void textThatIsNoUuidIsRefused(String text) {
    assertThatThrownBy(() -> Uuids.toUuid(text))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'" + text + "'");
  }

  @Test
  void aBlobOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> Uuids.toUuid(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("15 bytes");
  }

  @Test
  void anotherTypeIsRefused() {
    assertThatThrownBy(() -> Uuids.toUuid(5L))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("java.lang.Long");
  }
}
