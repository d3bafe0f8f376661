package dev.pinion.sqlclient.impl;

import dev.pinion.sqlclient.engine.StatementInfo;
import io.vertx.sqlclient.impl.ErrorMessageFactory;
import io.vertx.sqlclient.impl.ParamDesc;
import io.vertx.sqlclient.impl.PreparedStatement;
import io.vertx.sqlclient.impl.RowDesc;
import io.vertx.sqlclient.impl.TupleInternal;

/** What Vert.x keeps of a prepared statement; the compiled one stays with the worker, found by its SQL. */
record PreparedHandle(String sql, StatementInfo info) implements PreparedStatement {

  @Override
  public ParamDesc paramDesc() {
    return new ParamDesc();
  }

  @Override
  public RowDesc rowDesc() {
    return info.columns();
  }

  @Override
  public String prepare(TupleInternal values) {
    return values.size() == info.parameters()
        ? null : ErrorMessageFactory.buildWhenArgumentsLengthNotMatched(info.parameters(), values.size());
  }
}
