package dev.pinion.spring.boot.library;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
public class Author {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String givenName;

  protected Author() {
  }

  public Author(String givenName) {
    this.givenName = givenName;
  }

  public Long getId() {
    return id;
  }

  public String getGivenName() {
    return givenName;
  }
}
