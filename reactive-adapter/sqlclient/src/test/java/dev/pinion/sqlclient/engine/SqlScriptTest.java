package dev.pinion.sqlclient.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {

  @Test
  void semicolons_separate_statements() {
    assertThat(SqlScript.split("select 1; select 2 ;")).containsExactly("select 1", "select 2");
  }

  @Test
  void blanks_and_comments_alone_are_no_statement() {
    assertThat(SqlScript.split(" ;; -- nothing\n; /* nothing ; */ ")).isEmpty();
  }

  @Test
  void a_semicolon_in_a_string_a_name_or_a_comment_separates_nothing() {
    String statement = "select ';', 'it''s;', \";\", `;`, [;] -- ;\n /* ; */ from t";
    assertThat(SqlScript.split(statement + "; select 2")).containsExactly(statement, "select 2");
  }

  @Test
  void the_body_of_a_trigger_belongs_to_it() {
    String trigger = "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = CASE WHEN 1 THEN 2 END; "
        + "DELETE FROM b; END";
    assertThat(SqlScript.split(trigger + "; select 1")).containsExactly(trigger, "select 1");
  }

  @Test
  void an_explained_trigger_is_one_statement() {
    String trigger = "EXPLAIN QUERY PLAN CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; END";
    assertThat(SqlScript.split(trigger)).containsExactly(trigger);
  }

  @Test
  void a_table_named_trigger_is_none() {
    assertThat(SqlScript.split("create table \"trigger\" (x); select 1")).hasSize(2);
  }

  @Test
  void an_unfinished_string_runs_to_the_end() {
    assertThat(SqlScript.split("select 'a; b")).containsExactly("select 'a; b");
  }
}
