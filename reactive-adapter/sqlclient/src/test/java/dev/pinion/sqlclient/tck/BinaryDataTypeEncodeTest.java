package dev.pinion.sqlclient.tck;

import io.vertx.ext.unit.TestContext;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.tck.BinaryDataTypeEncodeTestBase;
import java.math.BigDecimal;
import java.sql.JDBCType;
import java.util.function.BiFunction;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class BinaryDataTypeEncodeTest extends BinaryDataTypeEncodeTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  protected void initConnector() {
    connector = DATABASE.connectionConnector(vertx);
  }

  @Override
  protected String statement(String... parts) {
    return TckDatabase.placeholders(parts);
  }

  @Override
  protected JDBCType getNumericJDBCType() {
    return JDBCType.NUMERIC;
  }

  @Override
  protected Class<? extends Number> getNumericClass() {
    return BigDecimal.class;
  }

  @Override
  protected Number getNumericValue(Number value) {
    return new BigDecimal(value.toString());
  }

  @Override
  protected Number getNumericValue(String value) {
    return new BigDecimal(value);
  }

  /** {@code getValue} answers in SQLite's five storage classes, whatever the declared type; {@code get} in any. */
  @Override
  protected <T> void testEncodeGeneric(TestContext ctx, String columnName, Class<? extends T> clazz,
      BiFunction<Row, String, T> getter, T expected) {
    connect(ctx.asyncAssertSuccess(connection -> connection
        .preparedQuery("UPDATE basicdatatype SET " + columnName + " = ? WHERE id = 2").execute(Tuple.of(expected))
        .compose(updated -> connection.preparedQuery("SELECT " + columnName + " FROM basicdatatype WHERE id = 2")
            .execute())
        .onComplete(ctx.asyncAssertSuccess(rows -> {
          ctx.assertEquals(1, rows.size());
          Row row = rows.iterator().next();
          ctx.assertEquals(1, row.size());
          ctx.assertEquals(expected, row.get(clazz, 0));
          ctx.assertEquals(expected, row.get(clazz, columnName));
          ctx.assertEquals(expected, getter == null ? expected : getter.apply(row, columnName));
          connection.close();
        }))));
  }
}
