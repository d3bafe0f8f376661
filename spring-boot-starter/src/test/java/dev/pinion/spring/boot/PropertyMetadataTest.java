package dev.pinion.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class PropertyMetadataTest {

  @Test
  void everyPropertyIsDescribed() throws IOException {
    JsonObject metadata = new JsonObject(new ClassPathResource("META-INF/spring-configuration-metadata.json")
        .getContentAsString(StandardCharsets.UTF_8));

    assertThat(metadata.getJsonArray("properties").stream().map(JsonObject.class::cast)
        .filter(property -> property.getString("name").startsWith("pinion.sqlite.")))
        .hasSize(10)
        .allSatisfy(property -> assertThat(property.getString("description")).isNotBlank());
  }
}
