package dev.pinion.docs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskTest {

  @Test
  void the_index_is_created(@TempDir Path folder) throws Exception {
    var url = "jdbc:sqlite:" + folder.resolve("app.db");
    new Configuration()
        .addAnnotatedClass(Task.class)
        .setProperty("jakarta.persistence.jdbc.url", url)
        .setProperty("hibernate.hbm2ddl.auto", "create")
        .buildSessionFactory()
        .close();
    try (var connection = DriverManager.getConnection(url); var rows = connection.createStatement()
        .executeQuery("select partial from pragma_index_list('Task') where name = 'open_task_by_date'")) {
      assertThat(rows.next() && rows.getBoolean(1)).isTrue();
    }
  }
}
