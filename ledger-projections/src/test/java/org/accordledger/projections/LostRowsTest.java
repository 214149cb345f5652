package org.accordledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.accordledger.core.Marking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Batches do not wait for the disk, so a crash of the database may take the last of them back:
 * rows, position and token together.
 */
class LostRowsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String KEEP =
      """
      create schema kept;
      create table kept.progress as table progress;
      create table kept.token as table token;
      create table kept.tally as table public.tally;
      """;
  private static final String TAKE_BACK =
      """
      update progress p set position = k.position, recorded_at = k.recorded_at
      from kept.progress k where k.projection = p.projection;
      update token t set token = k.token, token_type = k.token_type
      from kept.token k where k.projection = t.projection;
      delete from public.tally where position not in (select position from kept.tally);
      """;

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
  private final FakeLog log = new FakeLog();
  private final LedgerScript script = LedgerScript.withAccord(false);
  private final Tally tally = new Tally(database.dataSource());
  private final Projections projections =
      new Projections(
          database.dataSource(),
          log,
          List.of(tally),
          ProjectionSettings.defaults(),
          InstantSource.system());

  @BeforeEach
  void what_is_after_position_4_was_lost() throws Exception {
    for (int i = 1; i < 12; i++) {
      script.submitted("case-" + i, Marking.CLEAR);
    }
    log.growTo(script.events().subList(0, 5));
    projections.start();
    assertThat(projections.awaitPosition("tally", 4, SOON)).isTrue();
    jdbc.execute(KEEP);
    log.growTo(script.events().subList(0, 10));
    assertThat(projections.awaitPosition("tally", 9, SOON)).isTrue();
    jdbc.execute(TAKE_BACK);
  }

  @AfterEach
  void stop() {
    projections.close();
    database.close();
  }

  @Test
  void what_is_lost_is_read_again_although_nothing_new_happens() throws Exception {
    assertThat(projections.awaitPosition("tally", 9, SOON)).isTrue();
    assertThat(tally.positions()).isEqualTo(positionsUpTo(9));
  }

  @Test
  void what_is_lost_is_read_again_before_what_is_new() throws Exception {
    log.growTo(script.events());

    assertThat(projections.awaitPosition("tally", 11, SOON)).isTrue();
    assertThat(tally.positions()).isEqualTo(positionsUpTo(11));
  }

  private static List<@Nullable Long> positionsUpTo(long last) {
    return LongStream.rangeClosed(0, last).<@Nullable Long>mapToObj(Long::valueOf).toList();
  }
}
