package dev.pinion.sqlclient.tck;

import io.vertx.ext.unit.TestContext;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.tck.TextDataTypeDecodeTestBase;
import java.math.BigDecimal;
import java.sql.JDBCType;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class TextDataTypeDecodeTest extends TextDataTypeDecodeTestBase {

  @ClassRule
  public static final TckDatabase DATABASE = new TckDatabase();

  @Override
  protected void initConnector() {
    connector = DATABASE.connectionConnector(vertx);
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
  protected <T> void testDecodeGeneric(TestContext ctx, String columnName, Class<? extends T> clazz, T expected) {
    connect(ctx.asyncAssertSuccess(connection -> connection
        .query("SELECT " + columnName + " FROM basicdatatype WHERE id = 1")
        .execute().onComplete(ctx.asyncAssertSuccess(rows -> {
          ctx.assertEquals(1, rows.size());
          Row row = rows.iterator().next();
          ctx.assertEquals(expected, row.get(clazz, 0));
          ctx.assertEquals(expected, row.get(clazz, columnName));
        }))));
  }
}
