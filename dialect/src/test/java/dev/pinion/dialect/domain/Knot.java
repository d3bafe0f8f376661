package dev.pinion.dialect.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Two tables that refer to each other. */
public final class Knot {

  private Knot() {
  }

  @Entity
  @Table(name = "knot_left")
  public static class Left {

    @Id
    public long id;

    @ManyToOne
    public Right right;
  }

  @Entity
  @Table(name = "knot_right")
  public static class Right {

    @Id
    public long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "left_id", foreignKey = @ForeignKey(name = "knot_of_left",
        foreignKeyDefinition = "foreign key (left_id) references knot_left (id) deferrable initially deferred"))
    public Left left;
  }
}
