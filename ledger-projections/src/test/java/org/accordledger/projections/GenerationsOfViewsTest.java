package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.projections.GenerationsOfViews.Generation;
import org.accordledger.projections.docket.DocketProjection;
import org.accordledger.projections.timeline.TimelineProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two versions of the views in one database, as in an upgrade. */
class GenerationsOfViewsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final ViewsSchema NOW = ViewsSchema.current();
  private static final ViewsSchema NEXT = ViewsSchema.labelled("next");

  private final TestDatabase database = TestDatabase.fresh();
  private final HikariDataSource beside = database.lookingIn(NEXT);
  private final FakeLog log = new FakeLog();
  private final LedgerScript script = LedgerScript.withAccord(false);
  private final List<Projections> started = new ArrayList<>();
  private final GenerationsOfViews generations =
      new GenerationsOfViews(database.dataSource(), InstantSource.system());

  @AfterEach
  void close() {
    started.forEach(Projections::close);
    beside.close();
    database.close();
  }

  private Projections keeping(ViewsSchema views, DataSource source) {
    Projections projections =
        new Projections(
            source,
            log,
            List.of(
                new DocketProjection(source),
                new TimelineProjection(source, new EventCodec()::encode)),
            ProjectionSettings.defaults().withViews(views),
            InstantSource.system());
    started.add(projections);
    projections.start();
    return projections;
  }

  private void grow(int cases) {
    for (int i = 0; i < cases; i++) {
      script.submitted("case-" + script.events().size(), Marking.CLEAR);
    }
    log.growTo(List.<Recorded<? extends LedgerEvent>>copyOf(script.events()));
  }

  private void reaches(Projections projections) throws InterruptedException {
    for (String name : projections.names()) {
      assertThat(projections.awaitPosition(name, script.events().size() - 1L, SOON)).isTrue();
    }
  }

  private static List<@Nullable String> rows(DataSource source, String table) {
    return new JdbcTemplate(source)
        .queryForList("select t::text from %s t order by 1".formatted(table), String.class);
  }

  @Test
  void a_generation_is_built_beside_the_one_that_is_shown_and_both_go_on() throws Exception {
    grow(20);
    Projections now = keeping(NOW, database.dataSource());
    reaches(now);

    Projections next = keeping(NEXT, beside);
    grow(20);

    reaches(now);
    reaches(next);
    for (String table : List.of("docket", "timeline", "progress")) {
      assertThat(rows(beside, table))
          .as(table)
          .isEqualTo(rows(database.dataSource(), table))
          .isNotEmpty();
    }
    await().atMost(SOON).until(() -> next.building() == null);
    assertThat(generations.list())
        .extracting(Generation::schema, Generation::position, Generation::inUse)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(NOW, script.events().size() - 1L, true),
            org.assertj.core.groups.Tuple.tuple(NEXT, script.events().size() - 1L, true));
    assertThat(generations.list()).allMatch(one -> one.bytes() > 0);
  }

  @Test
  void what_a_node_uses_is_not_dropped_and_what_none_uses_is() throws Exception {
    grow(5);
    Projections now = keeping(NOW, database.dataSource());
    Projections next = keeping(NEXT, beside);
    reaches(now);
    reaches(next);

    assertThatThrownBy(() -> generations.drop(NOW.name()))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("in use");
    now.close();
    generations.drop(NOW.name());

    assertThat(generations.list()).extracting(Generation::schema).containsExactly(NEXT);
    grow(1);
    reaches(next);
  }

  @Test
  void what_somebody_reads_is_not_dropped() throws Exception {
    try (Connection reader = database.dataSource().getConnection()) {
      reader.setClientInfo("ApplicationName", NOW.applicationName());

      assertThat(generations.list()).extracting(Generation::inUse).containsExactly(true);
      assertThatThrownBy(() -> generations.drop(NOW.name())).hasMessageContaining("in use");
      reader.setClientInfo("ApplicationName", "somebody");
    }
    generations.drop(NOW.name());

    assertThat(generations.list()).isEmpty();
  }

  @Test
  void a_node_that_fell_silent_holds_nothing_for_ever() throws Exception {
    grow(1);
    reaches(keeping(NOW, database.dataSource()));
    Instant later = Instant.now().plus(Duration.ofMinutes(2));

    new GenerationsOfViews(database.dataSource(), InstantSource.fixed(later)).drop(NOW.name());

    assertThat(generations.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"views_99", "public", "inbox", "x; drop schema public", ""})
  void nothing_else_is_dropped(String name) {
    assertThatThrownBy(() -> generations.drop(name))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining(name + " is no generation of views");

    assertThat(generations.list()).extracting(Generation::schema).containsExactly(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Upper", "a-b", "a b", "123456789012345678901", "\"", "ä"})
  void a_label_is_what_a_name_can_hold(String label) {
    assertThatThrownBy(() -> ViewsSchema.labelled(label))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("ledger.views");
  }
}
