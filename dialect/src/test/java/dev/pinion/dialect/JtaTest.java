package dev.pinion.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.dialect.domain.Ids;
import dev.pinion.dialect.domain.OneTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ids are given out in transactions that outlive their sessions, as those of a container do. */
class JtaTest extends DialectTest {

  private final OneTransaction transactions = new OneTransaction();

  @Override
  List<Class<?>> entities() {
    return List.of(Ids.Automatic.class, Ids.Sequenced.class, Ids.Unpooled.class, Ids.Tabled.class, Ids.Forced.class,
        Ids.Hilo.class, Ids.Backwards.class);
  }

  @Override
  Map<String, Object> settings() {
    return Map.of("hibernate.transaction.coordinator_class", "jta", "hibernate.transaction.jta.platform",
        transactions, "hibernate.connection.autocommit", "true");
  }

  private List<Long> persist(Ids.Kind kind, boolean commit) {
    var ids = new ArrayList<Long>();
    transactions.begin();
    try (var session = factory.openSession()) {
      for (int i = 0; i < 3; i++) {
        var entity = kind.create();
        session.persist(entity);
        ids.add(entity.id().longValue());
      }
      session.flush();
    }
    if (commit) {
      transactions.commit();
    } else {
      transactions.rollback();
    }
    return ids;
  }

  @ParameterizedTest
  @EnumSource
  void a_session_may_be_closed_before_its_transaction_ends(Ids.Kind kind) {
    var ids = persist(kind, true);
    ids.addAll(persist(kind, false));
    ids.addAll(persist(kind, true));
    assertThat(ids).doesNotHaveDuplicates().hasSize(9);
  }
}
