package dev.pinion.examples.quickstart;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A range of code points that Unicode gives a name, for example EMOTICONS. */
@Entity
@Table(name = "block")
class Block {

  @Id
  private Integer id;

  @Column(nullable = false, unique = true)
  private String name;

  protected Block() {
  }

  Block(int id, String name) {
    this.id = id;
    this.name = name;
  }

  int id() {
    return id;
  }

  String name() {
    return name;
  }
}
