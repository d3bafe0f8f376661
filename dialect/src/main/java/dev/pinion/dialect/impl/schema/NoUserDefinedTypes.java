package dev.pinion.dialect.impl.schema;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.UserDefinedType;
import org.hibernate.tool.schema.spi.Exporter;

/**
 * Writes nothing: structs are JSON, whose columns need no type to be created.
 */
public final class NoUserDefinedTypes implements Exporter<UserDefinedType> {

  @Override
  public String[] getSqlCreateStrings(UserDefinedType type, Metadata metadata, SqlStringGenerationContext context) {
    return NO_COMMANDS;
  }

  @Override
  public String[] getSqlDropStrings(UserDefinedType type, Metadata metadata, SqlStringGenerationContext context) {
    return NO_COMMANDS;
  }
}
