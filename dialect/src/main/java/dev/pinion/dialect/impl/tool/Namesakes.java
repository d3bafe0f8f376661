package dev.pinion.dialect.impl.tool;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.tool.schema.extract.spi.DatabaseInformation;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.SchemaFilter;

/**
 * Sequences that are missing although Hibernate finds them: it looks for their names without those of their databases,
 * and another attached database has such a one.
 */
final class Namesakes {

  private Namesakes() {
  }

  static List<Sequence> of(Namespace namespace, DatabaseInformation database, SchemaFilter filter,
      ContributableMatcher contributions) {
    var missing = new ArrayList<Sequence>();
    for (var sequence : namespace.getSequences()) {
      if (filter.includeSequence(sequence) && contributions.matches(sequence)
          && database.getSequenceInformation(sequence.getName()) != null
          && database.getTableInformation(namespace.getPhysicalName(), sequence.getName().getSequenceName()) == null) {
        missing.add(sequence);
      }
    }
    return missing;
  }
}
