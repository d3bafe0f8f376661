package dev.pinion.benchmarks.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A row of the table that is written to. */
@Entity(name = "Entry")
class Entry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Integer id;

  @Column(nullable = false)
  private String text;

  protected Entry() {
  }

  Entry(String text) {
    this.text = text;
  }
}
