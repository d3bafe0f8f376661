package dev.pinion.hibernate.reactive.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Check;

@Entity
@Table(name = "book")
@Check(name = "ck_book_pages", constraints = "pages > 0")
public class Book {

  @Id
  @GeneratedValue
  private UUID id;

  @Column(nullable = false)
  private String title;

  private int pages;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "author_id", foreignKey = @ForeignKey(name = "fk_book_author"))
  private Author author;

  protected Book() {
  }

  public Book(String title, int pages, Author author) {
    this.title = title;
    this.pages = pages;
    this.author = author;
  }

  public UUID id() {
    return id;
  }

  public String title() {
    return title;
  }

  public int pages() {
    return pages;
  }

  public Author author() {
    return author;
  }
}
