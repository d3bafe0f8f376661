package dev.pinion.dialect.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLockType;
import org.hibernate.annotations.OptimisticLocking;

/**
 * An entity with a version.
 */
@Entity
public class Locked {

  @Id
  public int id;

  @Version
  public int version;

  public String name;

  @ManyToMany
  public Set<Locked> others = new HashSet<>();

  protected Locked() {
  }

  public Locked(int id, String name) {
    this.id = id;
    this.name = name;
  }

  /** One whose changed columns stand for a version. */
  @Entity(name = "Dirty")
  @DynamicUpdate
  @OptimisticLocking(type = OptimisticLockType.DIRTY)
  public static class Dirty {

    @Id
    public int id;

    public String name;

    protected Dirty() {
    }

    public Dirty(int id, String name) {
      this.id = id;
      this.name = name;
    }
  }

  /** One that has nothing of the kind. */
  @Entity(name = "Unversioned")
  public static class Unversioned {

    @Id
    public int id;

    public String name;

    protected Unversioned() {
    }

    public Unversioned(int id, String name) {
      this.id = id;
      this.name = name;
    }
  }
}
