package dev.pinion.dialect.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "one_title_a_year", columnNames = {"title", "year_"}))
@Check(name = "price_is_no_debt", constraints = "price >= 0")
public class Book {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Integer id;

  @Column(nullable = false, length = 100)
  public String title;

  @Column(name = "year_")
  public int year;

  @Column(precision = 12, scale = 2)
  public BigDecimal price;

  public LocalDate published;

  public LocalDateTime sold;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @OnDelete(action = OnDeleteAction.CASCADE)
  public Author author;

  protected Book() {
  }

  Book(Author author, String title, int year, String price) {
    this.author = author;
    this.title = title;
    this.year = year;
    this.price = new BigDecimal(price);
    this.published = LocalDate.of(year, 1, 31);
    this.sold = LocalDateTime.of(year, 3, 15, 10, 20, 30, 123_000_000);
  }
}
