package db.callback;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** A user's callback that Flyway finds by its package. */
public final class SeenByFlyway implements Callback {

  public static final Set<String> SCRIPTS = ConcurrentHashMap.newKeySet();

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    SCRIPTS.add(context.getMigrationInfo().getScript());
  }

  @Override
  public String getCallbackName() {
    return "seen by flyway";
  }
}
