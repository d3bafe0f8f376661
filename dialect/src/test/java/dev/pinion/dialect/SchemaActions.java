package dev.pinion.dialect;

import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.tool.schema.internal.ExceptionHandlerHaltImpl;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.ExceptionHandler;
import org.hibernate.tool.schema.spi.ExecutionOptions;
import org.hibernate.tool.schema.spi.SchemaManagementTool;

/** Schema actions on one model, without a session factory for each. */
final class SchemaActions implements AutoCloseable {

  private final StandardServiceRegistry registry;
  private final Metadata metadata;

  SchemaActions(String url, Map<String, Object> settings, List<Class<?>> entities) {
    registry = new StandardServiceRegistryBuilder()
        .applySetting("jakarta.persistence.jdbc.url", url)
        .applySettings(settings)
        .build();
    var sources = new MetadataSources(registry);
    entities.forEach(sources::addAnnotatedClass);
    metadata = sources.buildMetadata();
  }

  void validate() {
    tool().getSchemaValidator(options().getConfigurationValues())
        .doValidation(metadata, options(), ContributableMatcher.ALL);
  }

  /** The commands of {@code create}, without running them. */
  List<String> createScript() {
    return new SchemaCreatorImpl(registry).generateCreationCommands(metadata, false);
  }

  private SchemaManagementTool tool() {
    return registry.requireService(SchemaManagementTool.class);
  }

  private ExecutionOptions options() {
    var settings = registry.requireService(ConfigurationService.class).getSettings();
    return new ExecutionOptions() {
      @Override
      public Map<String, Object> getConfigurationValues() {
        return settings;
      }

      @Override
      public boolean shouldManageNamespaces() {
        return false;
      }

      @Override
      public ExceptionHandler getExceptionHandler() {
        return ExceptionHandlerHaltImpl.INSTANCE;
      }
    };
  }

  @Override
  public void close() {
    StandardServiceRegistryBuilder.destroy(registry);
  }
}
