package dev.pinion.hibernate.reactive.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Has an assigned id and no version, so that a lost update would go unseen. */
@Entity
public class Account {

  @Id
  private Long id;

  private long balance;

  protected Account() {
  }

  public Account(long id, long balance) {
    this.id = id;
    this.balance = balance;
  }

  public Long id() {
    return id;
  }

  public long balance() {
    return balance;
  }

  public void deposit(long amount) {
    balance += amount;
  }
}
