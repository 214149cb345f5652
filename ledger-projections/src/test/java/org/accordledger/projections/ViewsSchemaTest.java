package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ViewsSchemaTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_former_version_starts_on_tables_that_a_newer_one_has_changed() {
    jdbc.execute("create table what_comes_later (position bigint primary key)");
    jdbc.update(
        """
        insert into migrations
          (installed_rank, version, description, type, script, checksum, installed_by,
           execution_time, success)
        values (999, '999', 'what comes later', 'SQL', 'V999__what_comes_later.sql', 1, 'newer',
                1, true)
        """);

    ViewsSchema.current().migrate(database.dataSource());

    assertThat(jdbc.queryForObject("select max(installed_rank) from migrations", Long.class))
        .isEqualTo(999);
  }
}
