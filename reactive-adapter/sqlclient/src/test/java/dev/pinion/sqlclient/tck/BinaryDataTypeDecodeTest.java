package dev.pinion.sqlclient.tck;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.unit.TestContext;
import io.vertx.ext.unit.junit.VertxUnitRunner;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.tck.BinaryDataTypeDecodeTestBase;
import java.math.BigDecimal;
import java.sql.JDBCType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.junit.ClassRule;
import org.junit.runner.RunWith;

@RunWith(VertxUnitRunner.class)
public class BinaryDataTypeDecodeTest extends BinaryDataTypeDecodeTestBase {

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
  protected <T> void testDecodeGeneric(
      TestContext ctx, String columnName, Class<? extends T> clazz, JDBCType jdbcType, T expected) {
    connect(ctx.asyncAssertSuccess(connection -> connection
        .preparedQuery("SELECT " + columnName + " FROM basicdatatype WHERE id = 1")
        .execute().onComplete(ctx.asyncAssertSuccess(rows -> {
          ctx.assertEquals(1, rows.size());
          Row row = rows.iterator().next();
          ctx.assertEquals(expected, row.get(clazz, 0));
          ctx.assertEquals(expected, row.get(clazz, columnName));
          ctx.assertEquals(jdbcType, rows.columnDescriptors().get(0).jdbcType());
          verifyTypeName(ctx, rows.columnDescriptors().get(0));
          connection.close();
        }))));
  }

  /** For the same reason {@code getValue} gives numbers, dates and times as they are stored. */
  @Override
  public void testSelectAll(TestContext ctx) {
    firstRow(ctx, row -> {
      ctx.assertEquals(12, row.size());
      ctx.assertEquals((short) 32767, row.getShort("test_int_2"));
      ctx.assertEquals(2147483647, row.getInteger("test_int_4"));
      ctx.assertEquals(9223372036854775807L, row.getLong("test_int_8"));
      ctx.assertEquals(3.40282E38F, row.getFloat("test_float_4"));
      ctx.assertEquals(1.7976931348623157E308, row.getDouble("test_float_8"));
      ctx.assertEquals(new BigDecimal("999.99"), row.getBigDecimal("test_numeric"));
      ctx.assertEquals(999.99, row.getValue("test_numeric"));
      ctx.assertEquals(new BigDecimal("12345"), row.getBigDecimal("test_decimal"));
      ctx.assertEquals(12345L, row.getValue("test_decimal"));
      ctx.assertEquals(true, row.getBoolean("test_boolean"));
      ctx.assertEquals("testchar", row.getString("test_char"));
      ctx.assertEquals("testvarchar", row.getString("test_varchar"));
      ctx.assertEquals(LocalDate.parse("2019-01-01"), row.getLocalDate("test_date"));
      ctx.assertEquals("2019-01-01", row.getValue("test_date"));
      ctx.assertEquals(LocalTime.parse("18:45:02"), row.getLocalTime("test_time"));
      ctx.assertEquals("18:45:02", row.getValue("test_time"));
    });
  }

  /** For the same reason JSON has every integer as a Long and every other number as a Double. */
  @Override
  public void testToJsonObject(TestContext ctx) {
    firstRow(ctx, row -> ctx.assertEquals(new JsonObject()
        .put("test_int_2", 32767L)
        .put("test_int_4", 2147483647L)
        .put("test_int_8", 9223372036854775807L)
        .put("test_float_4", 3.40282E38)
        .put("test_float_8", 1.7976931348623157E308)
        .put("test_numeric", 999.99)
        .put("test_decimal", 12345L)
        .put("test_boolean", 1L)
        .put("test_char", "testchar")
        .put("test_varchar", "testvarchar")
        .put("test_date", "2019-01-01")
        .put("test_time", "18:45:02"), row.toJson()));
  }

  private void firstRow(TestContext ctx, Consumer<Row> check) {
    connect(ctx.asyncAssertSuccess(connection -> connection
        .preparedQuery("SELECT test_int_2, test_int_4, test_int_8, test_float_4, test_float_8, test_numeric, "
            + "test_decimal, test_boolean, test_char, test_varchar, test_date, test_time "
            + "FROM basicdatatype WHERE id = 1")
        .execute().onComplete(ctx.asyncAssertSuccess(rows -> {
          ctx.assertEquals(1, rows.size());
          check.accept(rows.iterator().next());
          connection.close();
        }))));
  }
}
