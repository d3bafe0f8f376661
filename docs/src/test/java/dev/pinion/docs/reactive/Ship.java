package dev.pinion.docs.reactive;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

// snippet
@Entity
public class Ship {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ship_ids")
  @SequenceGenerator(name = "ship_ids", allocationSize = 50)
  Long id;

  @Version
  int version;

  String name;

  int crew;

  protected Ship() {
  }

  public Ship(String name, int crew) {
    this.name = name;
    this.crew = crew;
  }
}
// end
