package dev.pinion.benchmarks.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row of the table that the queries read. */
@Entity(name = "Item")
class Item {

  @Id
  private Integer id;

  @Column(nullable = false)
  private String name;

  private double amount;

  protected Item() {
  }

  String name() {
    return name;
  }

  double amount() {
    return amount;
  }
}
