package dev.pinion.dialect.impl.id;

import dev.pinion.dialect.SqliteDialect;
import java.util.Map;
import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.dialect.DialectDelegateWrapper;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.mapping.Value;

/**
 * Puts the generators for SQLite in the place of Hibernate's own, which take their blocks on a second connection and
 * hand out what a rollback has taken back. Generators of other classes, those that extend Hibernate's among them, are
 * left as they are.
 */
public final class GeneratorContributor implements AdditionalMappingContributor {

  private static final String SEQUENCE = SqliteSequenceGenerator.class.getName();
  private static final String TABLE = SqliteTableGenerator.class.getName();

  private static final Map<String, String> REPLACEMENTS = Map.of(
      SequenceStyleGenerator.class.getName(), SEQUENCE,
      "enhanced-sequence", SEQUENCE,
      "sequence", SEQUENCE,
      TableGenerator.class.getName(), TABLE,
      "enhanced-table", TABLE);

  @Override
  public void contribute(AdditionalMappingContributions contributions, InFlightMetadataCollector metadata,
      ResourceStreamLocator locator, MetadataBuildingContext context) {
    var dialect = DialectDelegateWrapper.extractRealDialect(metadata.getDatabase().getDialect());
    if (!(dialect instanceof SqliteDialect)) {
      return;
    }
    for (var entity : metadata.getEntityBindingMap().values()) {
      if (entity instanceof RootClass root) {
        replace(root.getIdentifier());
      }
    }
    for (var collection : metadata.getCollectionBindings()) {
      if (collection instanceof IdentifierCollection identified) {
        replace(identified.getIdentifier());
      }
    }
  }

  private static void replace(Value id) {
    if (id instanceof Component component) {
      component.getProperties().forEach(property -> replace(property.getValue()));
    }
    if (id instanceof SimpleValue value) {
      var replacement = REPLACEMENTS.get(value.getIdentifierGeneratorStrategy());
      if (replacement != null) {
        value.setIdentifierGeneratorStrategy(replacement);
      }
    }
  }
}
