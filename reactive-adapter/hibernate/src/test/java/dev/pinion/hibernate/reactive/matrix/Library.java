package dev.pinion.hibernate.reactive.matrix;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Three authors, two of them with two books each, two visitors in tables of their own, and a sample. */
final class Library {

  private Library() {
  }

  static Class<?>[] entities() {
    return new Class<?>[] {Author.class, Book.class, Visitor.class, Member.class, Sample.class};
  }

  static List<Object> rows() {
    return List.of(
        new Author("Rilke", Kind.POET).wrote("Elegien", 1923, "9.90").wrote("Malte", 1910, "12.00"),
        new Author("Mann", Kind.NOVELIST).wrote("Zauberberg", 1924, "20.00").wrote("Buddenbrooks", 1901, "15.50"),
        new Author("Bachmann", null),
        new Visitor(1, "Anna"),
        new Member(2, "Ben", 3),
        new Sample());
  }

  enum Kind { POET, NOVELIST }

  /** Has an identity key, a unique name and a version. */
  @Entity(name = "Author")
  static class Author {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, unique = true)
    String name;

    @Enumerated(EnumType.STRING)
    Kind kind;

    boolean alive;

    @Version
    int version;

    @OneToMany(mappedBy = "author", cascade = CascadeType.ALL)
    @OrderBy("id")
    List<Book> books = new ArrayList<>();

    Author() {
    }

    Author(String name, Kind kind) {
      this.name = name;
      this.kind = kind;
    }

    Author wrote(String title, int year, String price) {
      books.add(new Book(this, title, year, price));
      return this;
    }
  }

  /** Has a decimal and a date. */
  @Entity(name = "Book")
  static class Book {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    String title;

    int year;

    @Column(precision = 12, scale = 2)
    BigDecimal price;

    LocalDate published;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Author author;

    Book() {
    }

    Book(Author author, String title, int year, String price) {
      this.author = author;
      this.title = title;
      this.year = year;
      this.price = new BigDecimal(price);
      this.published = LocalDate.of(year, 1, 31);
    }
  }

  /** The root of two tables. */
  @Entity(name = "Visitor")
  @Inheritance(strategy = InheritanceType.JOINED)
  static class Visitor {

    @Id
    long id;

    String name;

    Visitor() {
    }

    Visitor(long id, String name) {
      this.id = id;
      this.name = name;
    }
  }

  /** Is stored in both tables. */
  @Entity(name = "Member")
  static class Member extends Visitor {

    int loans;

    Member() {
    }

    Member(long id, String name, int loans) {
      super(id, name);
      this.loans = loans;
    }
  }
}
