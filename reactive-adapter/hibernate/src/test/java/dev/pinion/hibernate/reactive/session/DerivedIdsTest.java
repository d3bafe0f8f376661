package dev.pinion.hibernate.reactive.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.support.Store;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys that are, or hold, the generated key of another entity of the same flush. */
class DerivedIdsTest {

  @RegisterExtension
  static final Store STORE = new Store(Person.class, Passport.class, Phone.class, Visit.class);

  @Test
  void a_shared_key_is_that_of_the_other_entity() {
    Person person = new Person();
    Passport passport = new Passport();
    passport.person = person;

    STORE.has(person, passport);

    assertThat(passport.id).isEqualTo(person.id);
    assertThat(STORE.<Passport>inSession(session -> session.find(Passport.class, person.id)).person.id)
        .isEqualTo(person.id);
  }

  @Test
  void a_part_of_an_embedded_key_comes_from_the_other_entity() {
    Person person = new Person();
    Phone phone = new Phone();
    phone.id = new PhoneId(null, "home");
    phone.person = person;

    STORE.has(person, phone);

    assertThat(STORE.<Phone>inSession(session -> session.find(Phone.class, new PhoneId(person.id, "home"))))
        .isNotNull();
  }

  @Test
  void an_association_is_part_of_a_key_of_a_class() {
    Person person = new Person();
    Visit visit = new Visit();
    visit.person = person;
    visit.number = 7;

    STORE.has(person, visit);
    STORE.inTransaction(session -> session.find(Visit.class, new VisitId(person.id, 7)).call(session::remove));

    assertThat(STORE.rows("select * from Visit")).isEmpty();
  }

  @Entity(name = "Person")
  static class Person {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
  }

  @Entity(name = "Passport")
  static class Passport {
    @Id
    Long id;
    @OneToOne
    @MapsId
    Person person;
  }

  @Embeddable
  record PhoneId(Long personId, String kind) {
  }

  @Entity(name = "Phone")
  static class Phone {
    @EmbeddedId
    PhoneId id;
    @ManyToOne
    @MapsId("personId")
    Person person;
  }

  record VisitId(Long person, int number) {
  }

  @Entity(name = "Visit")
  @IdClass(VisitId.class)
  static class Visit {
    @Id
    @ManyToOne
    Person person;
    @Id
    int number;
  }
}
