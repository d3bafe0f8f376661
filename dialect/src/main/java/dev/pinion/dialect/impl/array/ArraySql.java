package dev.pinion.dialect.impl.array;

import dev.pinion.dialect.impl.json.JsonSql;
import java.util.List;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.JdbcMappingContainer;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.type.BasicPluralType;

/**
 * Writes patterns: {@code $1} is an argument as it is, {@code #1} as an element that goes into JSON, {@code ~1} as what
 * equals an element's {@code value}; {@code &1} is the row {@code j} of {@code json_each($1)} as an element of another
 * array, and {@code ^1} its stored form. An argument may stand more than once.
 */
final class ArraySql {

  private final SqlAppender sql;
  private final List<? extends SqlAstNode> arguments;
  private final JsonSql element;
  private final SqlAstTranslator<?> translator;

  ArraySql(SqlAppender sql, List<? extends SqlAstNode> arguments, JsonSql element, SqlAstTranslator<?> translator) {
    this.sql = sql;
    this.arguments = arguments;
    this.element = element;
    this.translator = translator;
  }

  /** How the elements of a function's arrays are written: the first type that is known decides. */
  static JsonSql elementOf(Object returnType, List<? extends SqlAstNode> arguments) {
    if (returnType instanceof BasicPluralType<?, ?> array) {
      return JsonSql.of(array.getElementType().getJdbcType());
    }
    JdbcMapping fallback = null;
    for (var argument : arguments) {
      var type = typeOf(argument);
      if (type instanceof BasicPluralType<?, ?> array) {
        return JsonSql.of(array.getElementType().getJdbcType());
      }
      fallback = fallback == null ? type : fallback;
    }
    return fallback == null ? JsonSql.PLAIN : JsonSql.of(fallback.getJdbcType());
  }

  static JdbcMapping typeOf(SqlAstNode node) {
    JdbcMappingContainer type = node instanceof Expression expression ? expression.getExpressionType() : null;
    return type == null || type.getJdbcTypeCount() != 1 ? null : type.getSingleJdbcMapping();
  }

  static boolean isArray(SqlAstNode node) {
    return typeOf(node) instanceof BasicPluralType<?, ?>;
  }

  void append(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char mark = pattern.charAt(i);
      int argument = i + 1 < pattern.length() ? pattern.charAt(i + 1) - '1' : -1;
      if (argument < 0 || argument > 8 || "$#~&^".indexOf(mark) < 0) {
        sql.append(mark);
      } else {
        append(expansion(mark), argument);
        i++;
      }
    }
  }

  private String expansion(char mark) {
    return switch (mark) {
      case '$' -> "?";
      case '#' -> element.toJson();
      case '~' -> element.toComparable();
      case '&' -> element.isSelfDescribing() ? "j.value" : "(?->j.key)";
      default -> element.extract("?", "j.key");
    };
  }

  private void append(String pattern, int argument) {
    int start = 0;
    for (int mark = pattern.indexOf('?'); mark >= 0; mark = pattern.indexOf('?', start)) {
      sql.append(pattern.substring(start, mark));
      arguments.get(argument).accept(translator);
      start = mark + 1;
    }
    sql.append(pattern.substring(start));
  }
}
