package dev.pinion.hibernate.reactive.impl;

import io.vertx.core.json.JsonObject;
import java.io.Serializable;
import org.hibernate.SharedSessionContract;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.java.MutableMutabilityPlan;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;

/** Vert.x's JSON object as an attribute; what is changed in it is seen at the next flush. */
final class JsonObjectJavaType extends AbstractClassJavaType<JsonObject> {

  static final JsonObjectJavaType INSTANCE = new JsonObjectJavaType();

  private static final long serialVersionUID = 1L;

  private JsonObjectJavaType() {
    super(JsonObject.class, Mutability.INSTANCE);
  }

  @Override
  public JdbcType getRecommendedJdbcType(JdbcTypeIndicators context) {
    return JsonObjectJdbcType.INSTANCE;
  }

  @Override
  public JsonObject fromString(CharSequence text) {
    return text == null ? null : new JsonObject(text.toString());
  }

  @Override
  public String toString(JsonObject value) {
    return value == null ? null : value.encode();
  }

  @Override
  public <X> X unwrap(JsonObject value, Class<X> type, WrapperOptions options) {
    if (value == null || type.isInstance(value)) {
      return type.cast(value);
    } else if (type == String.class) {
      return type.cast(value.encode());
    }
    throw unknownUnwrap(type);
  }

  @Override
  public <X> JsonObject wrap(X value, WrapperOptions options) {
    if (value == null || value instanceof JsonObject) {
      return (JsonObject) value;
    } else if (value instanceof String text) {
      return new JsonObject(text);
    }
    throw unknownWrap(value.getClass());
  }

  /** A JSON object is not serializable, its text is. */
  private static final class Mutability extends MutableMutabilityPlan<JsonObject> {

    static final Mutability INSTANCE = new Mutability();

    private static final long serialVersionUID = 1L;

    @Override
    protected JsonObject deepCopyNotNull(JsonObject value) {
      return value.copy();
    }

    @Override
    public Serializable disassemble(JsonObject value, SharedSessionContract session) {
      return value == null ? null : value.encode();
    }

    @Override
    public JsonObject assemble(Serializable cached, SharedSessionContract session) {
      return cached == null ? null : new JsonObject((String) cached);
    }
  }
}
