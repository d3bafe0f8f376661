package dev.pinion.dialect.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Author {

  public enum Kind { POET, NOVELIST }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(nullable = false, unique = true)
  public String name;

  @Enumerated(EnumType.STRING)
  public Kind kind;

  public boolean alive;

  @Version
  public int version;

  @OneToMany(mappedBy = "author", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("id")
  public List<Book> books = new ArrayList<>();

  protected Author() {
  }

  public Author(String name, Kind kind) {
    this.name = name;
    this.kind = kind;
  }

  public Author wrote(String title, int year, String price) {
    books.add(new Book(this, title, year, price));
    return this;
  }
}
