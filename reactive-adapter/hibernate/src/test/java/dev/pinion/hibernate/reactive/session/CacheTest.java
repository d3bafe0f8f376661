package dev.pinion.hibernate.reactive.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import dev.pinion.hibernate.reactive.support.Store;
import jakarta.persistence.Cacheable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is in the second-level cache is not asked of the file again. The cache is Caffeine, by JCache. */
class CacheTest {

  @RegisterExtension
  static final Store STORE = new Store(Country.class)
      .with("hibernate.cache.region.factory_class", "jcache")
      .with("hibernate.javax.cache.provider", CaffeineCachingProvider.class.getName())
      .with("hibernate.javax.cache.missing_cache_strategy", "create")
      .with("hibernate.cache.use_second_level_cache", "true")
      .with("hibernate.cache.use_query_cache", "true");

  @BeforeEach
  void fill() {
    STORE.factory().getCache().evictAllRegions();
    Country country = new Country();
    country.id = 1;
    country.name = "Iceland";
    country.languages.add("Icelandic");
    STORE.has(country);
    STORE.factory().getCache().evictAllRegions();
  }

  @Test
  void an_entity_is_read_once() {
    find();
    find();

    assertThat(reads()).hasSize(1);
  }

  @Test
  void a_collection_is_read_once() {
    for (int i = 0; i < 2; i++) {
      Set<String> languages = STORE.inSession(session -> session.find(Country.class, 1L)
          .chain(country -> session.fetch(country.languages)));
      assertThat(languages).containsExactly("Icelandic");
    }

    assertThat(reads()).hasSize(2);
  }

  @Test
  void an_update_reaches_the_cache() {
    find();
    STORE.inTransaction(session -> session.find(Country.class, 1L).invoke(country -> country.name = "Ísland"));

    assertThat(find().name).isEqualTo("Ísland");
    assertThat(reads()).hasSize(1);
  }

  @Test
  void a_change_that_was_rolled_back_does_not_reach_the_cache() {
    find();
    STORE.inTransaction(session -> session.withTransaction(transaction -> {
      transaction.markForRollback();
      return session.find(Country.class, 1L).invoke(country -> country.name = "Ísland").call(session::flush);
    }));

    assertThat(find().name).isEqualTo("Iceland");
  }

  @Test
  void an_entity_that_is_removed_leaves_the_cache() {
    find();
    STORE.inTransaction(session -> session.find(Country.class, 1L).chain(session::remove));

    assertThat(find()).isNull();
  }

  @Test
  void a_cacheable_query_sees_what_is_committed() {
    assertThat(names()).containsExactly("Iceland");
    assertThat(names()).containsExactly("Iceland");

    STORE.inTransaction(session -> session.find(Country.class, 1L).invoke(country -> country.name = "Ísland"));

    assertThat(names()).containsExactly("Ísland");
  }

  private static Country find() {
    return STORE.inSession(session -> session.find(Country.class, 1L));
  }

  private static List<String> names() {
    return STORE.inSession(session ->
        session.createSelectionQuery("select name from Country", String.class).setCacheable(true).getResultList());
  }

  private static List<String> reads() {
    return STORE.commands().startingWith("select");
  }

  @Entity(name = "Country")
  @Cacheable
  @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
  static class Country {
    @Id
    long id;
    String name;
    @ElementCollection
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    Set<String> languages = new HashSet<>();
  }
}
