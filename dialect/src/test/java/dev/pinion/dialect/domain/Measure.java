package dev.pinion.dialect.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;

@Entity
public class Measure {

  @Id
  public int id;

  public String g;

  public Integer n;

  public double x;

  @Column(precision = 38, scale = 1)
  public BigDecimal d;

  @Column(name = "key_")
  public UUID key;

  protected Measure() {
  }

  public Measure(int id, String g, Integer n, double x, String d) {
    this.id = id;
    this.g = g;
    this.n = n;
    this.x = x;
    this.d = new BigDecimal(d);
    this.key = new UUID(0, id);
  }
}
