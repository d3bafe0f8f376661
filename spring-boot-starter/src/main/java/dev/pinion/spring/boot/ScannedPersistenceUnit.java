package dev.pinion.spring.boot;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.hibernate.reactive.provider.ReactivePersistenceProvider;

/**
 * A persistence unit of the classes that were found by scanning, in place of a {@code persistence.xml}.
 */
final class ScannedPersistenceUnit implements PersistenceUnitInfo {

  private final ClassLoader classLoader;
  private final List<String> classNames;

  ScannedPersistenceUnit(ClassLoader classLoader, Collection<Class<?>> classes) {
    this.classLoader = classLoader;
    this.classNames = classes.stream().map(Class::getName).sorted().toList();
  }

  @Override
  public String getPersistenceUnitName() {
    return "pinion";
  }

  @Override
  public String getPersistenceProviderClassName() {
    return ReactivePersistenceProvider.class.getName();
  }

  @Override
  public PersistenceUnitTransactionType getTransactionType() {
    return PersistenceUnitTransactionType.RESOURCE_LOCAL;
  }

  @Override
  public DataSource getJtaDataSource() {
    return null;
  }

  @Override
  public DataSource getNonJtaDataSource() {
    return null;
  }

  @Override
  public List<String> getMappingFileNames() {
    return List.of();
  }

  @Override
  public List<URL> getJarFileUrls() {
    return List.of();
  }

  @Override
  public URL getPersistenceUnitRootUrl() {
    return null;
  }

  @Override
  public List<String> getManagedClassNames() {
    return classNames;
  }

  @Override
  public boolean excludeUnlistedClasses() {
    return true;
  }

  @Override
  public SharedCacheMode getSharedCacheMode() {
    return SharedCacheMode.UNSPECIFIED;
  }

  @Override
  public ValidationMode getValidationMode() {
    return ValidationMode.AUTO;
  }

  @Override
  public Properties getProperties() {
    return new Properties();
  }

  @Override
  public String getPersistenceXMLSchemaVersion() {
    return "3.1";
  }

  @Override
  public ClassLoader getClassLoader() {
    return classLoader;
  }

  @Override
  public void addTransformer(ClassTransformer transformer) {
    // Entities are enhanced at build time or not at all.
  }

  @Override
  public ClassLoader getNewTempClassLoader() {
    return null;
  }
}
