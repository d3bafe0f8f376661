package dev.pinion.hibernate.reactive;

import static dev.pinion.hibernate.reactive.support.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.support.Factories;
import dev.pinion.hibernate.reactive.support.Raw;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.TenantId;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenants who share one file and are told apart by a column. */
class DiscriminatorTenancyTest {

  private static volatile String current = "acme";

  @TempDir
  Path dir;

  private SessionFactory sessionFactory;
  private Mutiny.SessionFactory factory;

  @BeforeEach
  void open() {
    sessionFactory = Factories.reactive(dir.resolve("shared.db"),
        Map.of("hibernate.tenant_identifier_resolver", new Current()), Note.class);
    factory = sessionFactory.unwrap(Mutiny.SessionFactory.class);
    write("acme", 1);
    write("globex", 2);
  }

  @AfterEach
  void close() {
    sessionFactory.close();
  }

  @Test
  void each_row_belongs_to_the_tenant_who_wrote_it() {
    assertThat(Raw.rows(dir.resolve("shared.db"), "select id, tenant from note order by id"))
        .containsExactly("1|acme", "2|globex");
  }

  @Test
  void a_query_finds_the_tenants_own_rows() {
    assertThat(read("acme")).containsExactly(1L);
    assertThat(read("globex")).containsExactly(2L);
  }

  @Test
  void an_update_by_query_leaves_the_rows_of_others_alone() {
    current = "acme";
    int deleted = await(factory.withTransaction(session ->
        session.createMutationQuery("delete from Note").executeUpdate()));

    assertThat(deleted).isEqualTo(1);
    assertThat(read("globex")).containsExactly(2L);
  }

  @Test
  void a_row_of_another_tenant_is_not_found_by_its_key() {
    current = "acme";
    Note note = await(factory.withSession(session -> session.find(Note.class, 2L)));

    assertThat(note).isNull();
  }

  private void write(String tenant, long id) {
    current = tenant;
    await(factory.withTransaction(session -> session.persist(new Note(id))));
  }

  private List<Long> read(String tenant) {
    current = tenant;
    return await(factory.withSession(session ->
        session.createSelectionQuery("select id from Note", Long.class).getResultList()));
  }

  private static final class Current implements CurrentTenantIdentifierResolver<String> {
    @Override
    public String resolveCurrentTenantIdentifier() {
      return current;
    }

    @Override
    public boolean validateExistingCurrentSessions() {
      return false;
    }
  }

  @Entity(name = "Note")
  static class Note {

    @Id
    private long id;

    @TenantId
    private String tenant;

    protected Note() {
    }

    Note(long id) {
      this.id = id;
    }
  }
}
