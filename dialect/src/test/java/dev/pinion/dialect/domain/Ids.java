package dev.pinion.dialect.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaType;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.annotations.GenericGenerator;
import org.hibernate.annotations.Parameter;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.LongJavaType;

/**
 * An entity for each way to come to an id.
 */
@SuppressWarnings("deprecation")
public final class Ids {

  private Ids() {
  }

  /** Those whose ids are counted in the database. */
  public enum Kind {
    AUTOMATIC(Automatic::new), SEQUENCED(Sequenced::new), UNPOOLED(Unpooled::new), TABLED(Tabled::new),
    FORCED(Forced::new), HILO(Hilo::new), BACKWARDS(Backwards::new);

    private final Supplier<Counted> constructor;

    Kind(Supplier<Counted> constructor) {
      this.constructor = constructor;
    }

    public Counted create() {
      return constructor.get();
    }
  }

  /** An entity that has a number. */
  public interface Counted {
    Number id();
  }

  @Entity(name = "Automatic")
  public static class Automatic implements Counted {
    @Id
    @GeneratedValue
    public Long id;
    public String name;

    @Override
    public Number id() {
      return id;
    }
  }

  @Entity(name = "Sequenced")
  public static class Sequenced implements Counted {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sequenced")
    @SequenceGenerator(name = "sequenced", sequenceName = "the_sequence", initialValue = 100, allocationSize = 10)
    public Integer id;
    public String name = "sequenced";

    @Override
    public Number id() {
      return id;
    }
  }

  @Entity(name = "Unpooled")
  public static class Unpooled implements Counted {
    @Id
    @GeneratedValue(generator = "unpooled")
    @SequenceGenerator(name = "unpooled", sequenceName = "unpooled_seq", allocationSize = 1)
    public long id;
    public String name = "unpooled";

    @Override
    public Number id() {
      return id;
    }
  }

  @Entity(name = "Tabled")
  public static class Tabled implements Counted {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "tabled")
    @TableGenerator(name = "tabled", table = "counters", pkColumnName = "name", pkColumnValue = "tabled",
        valueColumnName = "value_", allocationSize = 10)
    public Long id;

    @Override
    public Number id() {
      return id;
    }
  }

  @Entity(name = "Forced")
  public static class Forced implements Counted {
    @Id
    @GeneratedValue(generator = "forced_ids")
    @GenericGenerator(name = "forced_ids", type = SequenceStyleGenerator.class, parameters = {
        @Parameter(name = "force_table_use", value = "true"), @Parameter(name = "increment_size", value = "10"),
        @Parameter(name = "optimizer", value = "pooled-lo"), @Parameter(name = "value_column", value = "\"next one\"")})
    public Short id;
    public String name = "forced";

    @Override
    public Number id() {
      return id;
    }
  }

  @Entity(name = "Hilo")
  public static class Hilo implements Counted {
    @Id
    @GeneratedValue(generator = "hilo_ids")
    @GenericGenerator(name = "hilo_ids", type = org.hibernate.id.enhanced.TableGenerator.class, parameters = {
        @Parameter(name = "optimizer", value = "hilo"), @Parameter(name = "increment_size", value = "10")})
    public Long id;

    @Override
    public Number id() {
      return id;
    }
  }

  @Entity(name = "Backwards")
  public static class Backwards implements Counted {
    @Id
    @GeneratedValue(generator = "backwards")
    @SequenceGenerator(name = "backwards", sequenceName = "backwards_seq", initialValue = -1, allocationSize = -1)
    public Long id;
    public String name = "backwards";

    @Override
    public Number id() {
      return id;
    }
  }

  @Entity(name = "Random")
  public static class Random {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    public UUID id;
  }

  @Entity(name = "Bagged")
  public static class Bagged {
    @Id
    @GeneratedValue
    public Long id;

    @ElementCollection
    @CollectionTable(name = "bagged_names")
    @CollectionId(column = @Column(name = "row_id"), generator = "sequence")
    @CollectionIdJavaType(LongJavaType.class)
    @CollectionIdJdbcTypeCode(SqlTypes.BIGINT)
    public List<String> names = new ArrayList<>();
  }
}
