package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Ids;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdGeneratorsTest extends DialectTest {

  private final List<String> statements = new CopyOnWriteArrayList<>();

  @Override
  List<Class<?>> entities() {
    return List.of(Ids.Automatic.class, Ids.Sequenced.class, Ids.Unpooled.class, Ids.Tabled.class, Ids.Forced.class,
        Ids.Random.class, Ids.Hilo.class, Ids.Backwards.class, Ids.Bagged.class);
  }

  @Override
  Map<String, Object> settings() {
    return Map.of(
        "jakarta.persistence.jdbc.url", url() + "?foreign_keys=true&transaction_mode=IMMEDIATE&busy_timeout=20000",
        // Else sqlite-jdbc begins the next transaction with each commit, and connections at rest keep the write lock.
        "hibernate.connection.autocommit", "true",
        "hibernate.jdbc.batch_size", "20",
        "hibernate.session_factory.statement_inspector", (StatementInspector) sql -> {
          statements.add(sql);
          return sql;
        });
  }

  @ParameterizedTest
  @EnumSource
  void insertsAreBatched(Ids.Kind kind) {
    statements.clear();
    persist(factory, kind, 20);
    assertThat(statements).filteredOn(sql -> sql.startsWith("insert into " + kind.create().getClass().getSimpleName()))
        .hasSize(1);
  }

  private static List<Number> persist(SessionFactory factory, Ids.Kind kind, int count) {
    return factory.fromTransaction(session -> {
      List<Number> ids = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ids.add(persisted(session, kind));
      }
      return ids;
    });
  }

  @ParameterizedTest
  @EnumSource
  void idsAreConsecutiveOverSessions(Ids.Kind kind) {
    var ids = new ArrayList<>(persist(factory, kind, 12));
    ids.addAll(persist(factory, kind, 12));
    long step = kind == Ids.Kind.BACKWARDS ? -1 : 1;
    long first = ids.get(0).longValue();
    assertThat(ids).extracting(Number::longValue)
        .containsExactlyElementsOf(IntStream.range(0, 24).mapToObj(i -> first + step * i).toList());
  }

  @ParameterizedTest
  @EnumSource
  void noIdComesAgainAfterARollback(Ids.Kind kind) {
    var seen = new HashSet<Number>(persist(factory, kind, 3));
    for (int round = 0; round < 3; round++) {
      factory.inSession(session -> {
        var transaction = session.beginTransaction();
        for (int i = 0; i < 13; i++) {
          var id = persisted(session, kind);
          assertThat(seen.add(id)).as("%s is new", id).isTrue();
        }
        transaction.rollback();
      });
      assertThat(persist(factory, kind, 2)).allMatch(seen::add);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSecondProcessGetsOtherIdsThanTheFirst(Ids.Kind kind) {
    try (var other = newFactory("none", settings(), entities())) {
      var seen = new HashSet<Number>();
      for (int round = 0; round < 4; round++) {
        rollBackHalfABlock(factory, kind);
        assertThat(persist(other, kind, 7)).allMatch(seen::add);
        assertThat(persist(factory, kind, 7)).allMatch(seen::add);
        rollBackHalfABlock(other, kind);
      }
    }
  }

  private static void rollBackHalfABlock(SessionFactory factory, Ids.Kind kind) {
    factory.inSession(session -> {
      var transaction = session.beginTransaction();
      IntStream.range(0, 6).forEach(i -> session.persist(kind.create()));
      transaction.rollback();
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"SEQUENCED", "TABLED", "FORCED"})
  void anIdIsGeneratedThoughTheTransactionHasWrittenAlready(Ids.Kind kind) {
    factory.inTransaction(session -> {
      session.createNativeMutationQuery("create table if not exists other(a)").executeUpdate();
      session.persist(kind.create());
      session.flush();
      IntStream.range(0, 30).forEach(i -> session.persist(kind.create()));
    });
  }

  @ParameterizedTest
  @EnumSource(names = {"SEQUENCED", "TABLED", "FORCED"})
  void anIdThatIsGeneratedOutsideOfATransactionIsNotGivenTwice(Ids.Kind kind) {
    try (var other = newFactory("none", settings(), entities())) {
      var seen = new HashSet<Number>();
      for (var sessions : List.of(factory, other, factory, other)) {
        sessions.inSession(session -> assertThat(seen.add(persisted(session, kind))).isTrue());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SEQUENCED", "TABLED", "FORCED"})
  void aRollbackToASavepointGivesNoIdToAnotherProcess(Ids.Kind kind) {
    try (var other = newFactory("none", settings(), entities())) {
      var seen = new HashSet<Number>();
      factory.inTransaction(session -> {
        session.createNativeMutationQuery("create table if not exists other(a)").executeUpdate();
        session.doWork(connection -> {
          var savepoint = connection.setSavepoint();
          IntStream.range(0, 12).forEach(i -> seen.add(persisted(session, kind)));
          connection.rollback(savepoint);
        });
        seen.add(persisted(session, kind));
      });
      assertThat(persist(other, kind, 60)).allMatch(seen::add);
      assertThat(persist(factory, kind, 60)).allMatch(seen::add);
    }
  }

  private static Number persisted(Session session, Ids.Kind kind) {
    var entity = kind.create();
    session.persist(entity);
    return entity.id();
  }

  @ParameterizedTest
  @EnumSource
  void tablesMadeAnewDoNotMakeIdsComeAgain(Ids.Kind kind) {
    var seen = new HashSet<Number>(persist(factory, kind, 3));
    factory.getSchemaManager().dropMappedObjects(false);
    factory.getSchemaManager().exportMappedObjects(false);
    assertThat(persist(factory, kind, 25)).allMatch(seen::add).allMatch(id -> kind == Ids.Kind.BACKWARDS
        || id.longValue() > 0);
  }

  @Test
  void idsOfSeveralThreadsAreDifferent() throws InterruptedException {
    var ids = new ConcurrentLinkedQueue<Number>();
    var failures = new ConcurrentLinkedQueue<Throwable>();
    var threads = IntStream.range(0, 4).mapToObj(number -> {
      var thread = new Thread(() -> IntStream.range(0, 5).forEach(round ->
          ids.addAll(persist(factory, Ids.Kind.SEQUENCED, 7))));
      thread.setUncaughtExceptionHandler((failing, failure) -> failures.add(failure));
      thread.start();
      return thread;
    }).toList();
    for (var thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
    assertThat(ids).hasSize(140).doesNotHaveDuplicates();
  }

  @Test
  void aUuidNeedsNoDatabase() {
    var random = new Ids.Random();
    factory.inSession(session -> session.persist(random));
    assertThat(random.id).isNotNull();
  }

  @Test
  void autoIsASequenceOfItsOwn() throws SQLException {
    try (var other = newFactory("none", settings(), entities())) {
      assertThat(persist(other, Ids.Kind.AUTOMATIC, 1)).containsExactly(1L);
    }
    assertThat(ddl("Automatic_SEQ")).isEqualTo("CREATE TABLE Automatic_SEQ (next_val integer not null, "
        + "start_with integer not null default 1, increment_by integer not null default 50)");
    assertThat(selectOne("select next_val from Automatic_SEQ")).isEqualTo(51);
  }

  @Test
  void aSequenceThatTheCommunityDialectHasMadeIsGoneOnWith() throws SQLException {
    execute("drop table Automatic_SEQ");
    execute("create table Automatic_SEQ(next_val bigint)");
    execute("insert into Automatic_SEQ values (5000)");
    try (var other = newFactory("none", settings(), entities())) {
      assertThat(persist(other, Ids.Kind.AUTOMATIC, 1)).containsExactly(4951L);
    }
    assertThat(selectOne("select next_val from Automatic_SEQ")).isEqualTo(5050);
  }

  @Test
  void aSequenceWithoutItsRowSaysSo() throws SQLException {
    execute("delete from Automatic_SEQ");
    try (var other = newFactory("none", settings(), entities())) {
      assertThatThrownBy(() -> persist(other, Ids.Kind.AUTOMATIC, 1)).hasMessageContaining("has no row");
    }
  }

  @Test
  void aTableGeneratorAddsItsRowWhereItIsMissing() throws SQLException {
    execute("delete from counters");
    try (var other = newFactory("none", settings(), entities())) {
      assertThat(persist(other, Ids.Kind.TABLED, 1).get(0).longValue()).isEqualTo(1);
    }
    assertThat(selectOne("select count(*) from counters where name = 'tabled'")).isEqualTo(1);
  }

  @Test
  void anInsertFromASelectGetsItsIds() throws SQLException {
    persist(factory, Ids.Kind.SEQUENCED, 3);
    try (var other = newFactory("none", settings(), entities())) {
      int inserted = other.fromTransaction(session ->
          session.createMutationQuery("insert into Automatic(name) select s.name from Sequenced s").executeUpdate());
      assertThat(inserted).isEqualTo(3);
    }
    assertThat(selectAll("select id from Automatic order by id")).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTOMATIC", "SEQUENCED", "UNPOOLED", "FORCED", "BACKWARDS"})
  void anInsertFromASelectTakesIdsThatNobodyElseHas(Ids.Kind kind) throws SQLException {
    String entity = kind.create().getClass().getSimpleName();
    persist(factory, kind, 3);
    factory.inTransaction(session ->
        session.createMutationQuery("insert into " + entity + "(name) select name from " + entity).executeUpdate());
    persist(factory, kind, 3);

    assertThat(selectOne("select count(*) from " + entity)).isEqualTo(9);
  }

  @Test
  void theIdOfARowOfABagIsGenerated() throws SQLException {
    factory.inTransaction(session -> {
      var bagged = new Ids.Bagged();
      bagged.names.addAll(List.of("a", "b", "b"));
      session.persist(bagged);
    });
    assertThat(selectAll("select row_id from bagged_names")).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void anIncrementThatDiffersFromTheMappingIsFoundAtTheStart() throws SQLException {
    execute("drop table Automatic_SEQ");
    execute("create table Automatic_SEQ (next_val integer not null, start_with integer not null default 1, "
        + "increment_by integer not null default 7)");
    assertThatThrownBy(() -> newFactory("none", settings(), entities())).hasStackTraceContaining(
        "increment size of the [Automatic_SEQ] sequence is set to [50]");
  }

  @Test
  void aVirtualTableIsNotAskedWhetherItIsASequence() throws SQLException {
    execute("create virtual table if not exists found using fts5(next_val)");
    newFactory("validate", settings(), entities()).close();
    execute("drop table found");
  }

  @Test
  void validationFindsAMissingSequenceAndUpdateAddsIt() throws SQLException {
    newFactory("validate", settings(), entities()).close();
    execute("drop table the_sequence");
    assertThatThrownBy(() -> newFactory("validate", settings(), entities()))
        .hasStackTraceContaining("missing sequence [the_sequence]");
    newFactory("update", settings(), entities()).close();
    newFactory("validate", settings(), entities()).close();
    assertThat(selectOne("select next_val from the_sequence")).isEqualTo(100);
  }
}
