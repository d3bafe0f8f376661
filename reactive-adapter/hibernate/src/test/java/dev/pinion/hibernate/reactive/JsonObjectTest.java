package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonObjectTest {

  private static final JsonObject LABELS = new JsonObject().put("colour", "red").put("weight", 3);

  @TempDir
  Path dir;

  private Path file;
  private Mutiny.SessionFactory factory;

  @BeforeEach
  void open() {
    file = dir.resolve("json.db");
    factory = Factories.reactive(file, Parcel.class).unwrap(Mutiny.SessionFactory.class);
  }

  @AfterEach
  void close() {
    factory.close();
  }

  @Test
  void anAttributeOfVertxJsonIsStoredAsItsText() {
    await(factory.withTransaction(session -> session.persist(new Parcel(1, LABELS))));

    assertThat(Raw.value(file, "select labels from Parcel")).isEqualTo(LABELS.encode());
    assertThat(parcel(1).labels).isEqualTo(LABELS);
  }

  @Test
  void noObjectIsNull() {
    await(factory.withTransaction(session -> session.persist(new Parcel(1, null))));

    assertThat(parcel(1).labels).isNull();
  }

  @Test
  void aConverterCanYieldVertxJson() {
    Parcel parcel = new Parcel(1, LABELS);
    parcel.note = "{\"by\":\"sea\"}";
    await(factory.withTransaction(session -> session.persist(parcel)));

    assertThat(parcel(1).note).isEqualTo(parcel.note);
  }

  @Test
  void whatIsChangedInAnObjectIsWrittenAtTheFlush() {
    await(factory.withTransaction(session -> session.persist(new Parcel(1, LABELS.copy()))));

    await(factory.withTransaction(session -> session.find(Parcel.class, 1)
        .invoke(parcel -> parcel.labels.put("colour", "blue"))));

    assertThat(parcel(1).labels.getString("colour")).isEqualTo("blue");
  }

  @Test
  void anObjectCanBeAParameterOfAQuery() {
    await(factory.withTransaction(session -> session.persistAll(
        new Parcel(1, LABELS), new Parcel(2, new JsonObject()))));

    Integer red = await(factory.withSession(session -> session
        .createSelectionQuery("select id from Parcel where labels = :labels", Integer.class)
        .setParameter("labels", LABELS).getSingleResult()));
    assertThat(red).isEqualTo(1);
  }

  @Test
  void aBlockingSessionReadsIt() {
    await(factory.withTransaction(session -> session.persist(new Parcel(1, LABELS))));

    try (SessionFactory blocking = Factories.blocking(file, Map.of(), Parcel.class)) {
      assertThat(blocking.fromSession(session -> session.find(Parcel.class, 1)).labels).isEqualTo(LABELS);
    }
  }

  private Parcel parcel(int id) {
    return await(factory.withSession(session -> session.find(Parcel.class, id)));
  }

  @Entity(name = "Parcel")
  static class Parcel {

    @Id
    Integer id;

    JsonObject labels;

    @Column(columnDefinition = "json")
    @Convert(converter = AsJson.class)
    String note;

    Parcel() {
    }

    Parcel(Integer id, JsonObject labels) {
      this.id = id;
      this.labels = labels;
    }
  }

  static class AsJson implements AttributeConverter<String, JsonObject> {

    @Override
    public JsonObject convertToDatabaseColumn(String text) {
      return text == null ? null : new JsonObject(text);
    }

    @Override
    public String convertToEntityAttribute(JsonObject json) {
      return json == null ? null : json.encode();
    }
  }
}
