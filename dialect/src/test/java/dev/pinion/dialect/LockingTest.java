package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinion.dialect.domain.Locked;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockScope;
import jakarta.persistence.TransactionRequiredException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.Session;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("deprecation")
class LockingTest extends DialectTest {

  private final List<String> statements = new CopyOnWriteArrayList<>();

  @Override
  List<Class<?>> entities() {
    return List.of(Locked.class, Locked.Dirty.class, Locked.Unversioned.class);
  }

  @Override
  Map<String, Object> settings() {
    return Map.of("hibernate.session_factory.statement_inspector", (StatementInspector) sql -> {
      statements.add(sql);
      return sql;
    });
  }

  @BeforeEach
  void fill() {
    factory.inTransaction(session -> {
      session.persist(new Locked(1, "a"));
      session.persist(new Locked(2, "b"));
      session.persist(new Locked.Dirty(1, "a"));
      session.persist(new Locked.Unversioned(1, "a"));
    });
    statements.clear();
  }

  private int version() {
    return factory.fromSession(session -> session.find(Locked.class, 1).version);
  }

  private void rename(String name) {
    factory.inTransaction(session -> session.find(Locked.class, 1).name = name);
  }

  @ParameterizedTest
  @EnumSource(LockModeType.class)
  void everyLockModeCanBeAskedForByFind(LockModeType mode) {
    factory.inTransaction(session -> assertThat(session.find(Locked.class, 1, mode).name).isEqualTo("a"));
    assertThat(version()).isEqualTo(mode.name().endsWith("FORCE_INCREMENT") || mode == LockModeType.WRITE ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(LockModeType.class)
  void everyLockModeCanBeAskedForByLock(LockModeType mode) {
    factory.inTransaction(session -> session.lock(session.find(Locked.class, 1), mode));
    assertThat(version()).isEqualTo(mode.name().endsWith("FORCE_INCREMENT") || mode == LockModeType.WRITE ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(value = LockModeType.class, names = {"PESSIMISTIC_READ", "PESSIMISTIC_WRITE"})
  void whatHasNoVersionCanBeLockedToo(LockModeType mode) {
    factory.inTransaction(session -> session.lock(session.find(Locked.Unversioned.class, 1), mode));
    assertThat(statements).isNotEmpty().noneMatch(sql -> sql.contains("for update"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "from Locked", "from Locked order by id limit 1", "select distinct l.name from Locked l",
      "select name, count(*) from Locked group by name having count(*) > 0", "select count(*) from Locked",
      "from Locked l left join Locked m on l.id = m.id + 1", "select l from Locked l join fetch l.others",
      "select l from Locked l left join fetch l.others", "from Locked where id in (select id from Locked)",
      "from Locked union all from Locked", "with x as (select id as id from Locked) select l from Locked l, x",
      "select row_number() over (order by id) from Locked"})
  void everyQueryCanBeLockedAndRendersNothingForIt(String hql) {
    for (var mode : List.of(LockModeType.PESSIMISTIC_WRITE, LockModeType.PESSIMISTIC_READ)) {
      for (int timeout : new int[] {LockOptions.NO_WAIT, LockOptions.SKIP_LOCKED, LockOptions.WAIT_FOREVER, 500}) {
        factory.inTransaction(session -> session.createQuery(hql, Object.class).setLockMode(mode)
            .setHint("jakarta.persistence.lock.timeout", timeout).getResultList());
      }
    }
    assertThat(statements).isNotEmpty()
        .noneMatch(sql -> sql.matches("(?s).*(for update|for share|nowait|skip locked| of l).*"));
  }

  @Test
  void aQueryThatIsLockedTakesOneStatement() {
    factory.inTransaction(session -> session.createQuery("from Locked", Locked.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList());
    assertThat(statements).hasSize(1);
  }

  @Test
  void aPaginatedQueryCanBeLocked() {
    factory.inTransaction(session -> assertThat(session.createQuery("from Locked order by id", Locked.class)
        .setFirstResult(1).setMaxResults(5).setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResult().name)
        .isEqualTo("b"));
  }

  @Test
  void anAliasCanBeLocked() {
    factory.inTransaction(session -> assertThat(session.createQuery("from Locked l where l.id = 1", Locked.class)
        .setLockMode("l", LockMode.PESSIMISTIC_WRITE).getResultList()).hasSize(1));
  }

  @Test
  void aPessimisticLockNeedsATransaction() {
    assertThatThrownBy(() -> factory.inSession(session ->
        session.find(Locked.class, 1, LockModeType.PESSIMISTIC_WRITE)))
        .isInstanceOf(TransactionRequiredException.class);
  }

  @Test
  void theElementsOfAnEntityCanBeLockedWithIt() {
    factory.inTransaction(session -> assertThat(session.find(Locked.class, 1, LockModeType.PESSIMISTIC_WRITE,
        Map.of("jakarta.persistence.lock.scope", PessimisticLockScope.EXTENDED)).others).isEmpty());
  }

  @Test
  void severalEntitiesCanBeLoadedAndLocked() {
    factory.inTransaction(session -> assertThat(session.byMultipleIds(Locked.class)
        .with(new LockOptions(LockMode.PESSIMISTIC_WRITE)).multiLoad(1, 2)).hasSize(2));
  }

  @Test
  void aNativeQueryCanBeLocked() {
    factory.inTransaction(session -> assertThat(session.createNativeQuery("select * from Locked l", Locked.class)
        .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE).getResultList()).hasSize(2));
    assertThat(statements).containsExactly("select * from Locked l");
  }

  @Test
  void aRefreshCanLock() {
    factory.inTransaction(session -> {
      var locked = session.find(Locked.class, 1);
      session.refresh(locked, LockModeType.PESSIMISTIC_WRITE);
      assertThat(session.getCurrentLockMode(locked)).isEqualTo(LockMode.PESSIMISTIC_WRITE);
    });
  }

  @Test
  void whoWaitsTooLongForTheLockHasALockTimeout() throws SQLException {
    try (var other = DriverManager.getConnection(url()); var statement = other.createStatement()) {
      statement.execute("begin immediate");
      assertThatThrownBy(() -> factory.inTransaction(session ->
          session.find(Locked.class, 1, LockModeType.PESSIMISTIC_WRITE)))
          .satisfiesAnyOf(
              failure -> assertThat(failure).isInstanceOf(LockTimeoutException.class),
              failure -> assertThat(failure).isInstanceOf(org.hibernate.exception.LockTimeoutException.class));
      statement.execute("rollback");
    }
  }

  @Test
  void aStaleVersionIsFoundAtTheUpdate() {
    assertStale(session -> session.find(Locked.class, 1), locked -> locked.name = "mine");
  }

  @Test
  void aStaleVersionIsFoundByAnOptimisticLock() {
    assertStale(session -> session.find(Locked.class, 1, LockModeType.OPTIMISTIC), locked -> { });
  }

  @Test
  void aStaleVersionIsFoundByAForcedIncrement() {
    assertStale(session -> session.find(Locked.class, 1, LockModeType.OPTIMISTIC_FORCE_INCREMENT), locked -> { });
  }

  /** Reads in a session that is detached while somebody else writes, as SQLite admits one transaction at a time. */
  private void assertStale(Function<Session, Locked> read, Consumer<Locked> change) {
    var detached = new ArrayList<Locked>();
    factory.inTransaction(session -> detached.add(read.apply(session)));
    rename("theirs");
    change.accept(detached.get(0));
    assertThatThrownBy(() -> factory.inTransaction(session -> {
      session.merge(detached.get(0)).name = "mine";
      session.flush();
    })).isInstanceOf(OptimisticLockException.class);
    assertThat(factory.<String>fromSession(session -> session.find(Locked.class, 1).name)).isEqualTo("theirs");
  }

  @Test
  void changedColumnsCanStandForAVersion() {
    var detached = factory.fromSession(session -> session.find(Locked.Dirty.class, 1));
    assertThat(detached.name).isEqualTo("a");
    factory.inTransaction(session -> session.find(Locked.Dirty.class, 1).name = "b");
    assertThat(statements).anyMatch(sql -> sql.startsWith("update") && sql.contains("name=?") && sql.contains("and"));
  }

  @Test
  void aDeletionOfWhatWasChangedMeanwhileIsStale() {
    var stale = factory.fromSession(session -> session.find(Locked.class, 1));
    rename("theirs");
    assertThatThrownBy(() -> factory.inTransaction(session -> session.remove(session.merge(stale))))
        .isInstanceOf(OptimisticLockException.class);
  }
}
