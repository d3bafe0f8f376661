package dev.pinion.examples.quickstart;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A number that Unicode has assigned a character. */
@Entity
@Table(name = "code_point")
class CodePoint {

  @Id
  private Integer code;

  @Column(nullable = false)
  private String name;

  @ManyToOne(fetch = FetchType.LAZY)
  private Block block;

  @Column(nullable = false)
  private String script;

  @Column(nullable = false)
  private String category;

  @Column(name = "numeric_value")
  private Integer numericValue;

  @Column(nullable = false)
  private boolean favourite;

  protected CodePoint() {
  }

  CodePoint(int code, String name, Block block, String script, String category, Integer numericValue) {
    this.code = code;
    this.name = name;
    this.block = block;
    this.script = script;
    this.category = category;
    this.numericValue = numericValue;
  }

  int code() {
    return code;
  }

  String name() {
    return name;
  }

  Block block() {
    return block;
  }

  String script() {
    return script;
  }

  String category() {
    return category;
  }

  Integer numericValue() {
    return numericValue;
  }

  /** As Unicode writes it, for example {@code U+1F600}. */
  String notation() {
    return String.format("U+%04X", code);
  }
}
