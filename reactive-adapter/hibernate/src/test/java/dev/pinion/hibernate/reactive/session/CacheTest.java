package dev.pinion.hibernate.reactive.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinion.hibernate.reactive.support.Store;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is in the second-level cache is not asked of the file again. */
class CacheTest {

  @RegisterExtension
  static final Store STORE = new Store(Country.class)
      .with("hibernate.cache.region.factory_class", HeapRegions.class.getName())
      .with("hibernate.cache.use_second_level_cache", "true");

  @BeforeEach
  void fill() {
    STORE.factory().getCache().evictAllRegions();
    STORE.has(new Country(1, "Iceland"));
    STORE.factory().getCache().evictAllRegions();
  }

  @Test
  void an_entity_is_read_once() {
    find();
    find();

    assertThat(STORE.commands().startingWith("select")).hasSize(1);
  }

  @Test
  void an_update_reaches_the_cache() {
    find();
    STORE.inTransaction(session -> session.find(Country.class, 1L).invoke(country -> country.name = "Ísland"));

    assertThat(find().name).isEqualTo("Ísland");
    assertThat(STORE.commands().startingWith("select")).hasSize(1);
  }

  private static Country find() {
    return STORE.inSession(session -> session.find(Country.class, 1L));
  }

  @Entity(name = "Country")
  @Cacheable
  @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
  static class Country {
    @Id
    long id;
    String name;

    Country() {
    }

    Country(long id, String name) {
      this.id = id;
      this.name = name;
    }
  }
}
