package org.accordledger.projections.series;

import static org.accordledger.projections.LedgerScript.ACCORD;
import static org.accordledger.projections.LedgerScript.CLAUSE;
import static org.accordledger.projections.LedgerScript.NORTH;
import static org.accordledger.projections.LedgerScript.WATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.series.PeriodLength;
import org.accordledger.core.series.SeriesEvent.SeriesAttached;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.accordledger.core.series.SeriesId;
import org.accordledger.projections.Applying;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.LedgerScript;
import org.accordledger.projections.PositionNotApplied;
import org.accordledger.projections.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeriesProjectionTest {
  private static final SeriesFilter ANY = new SeriesFilter(null, null, null);

  private final TestDatabase database = TestDatabase.fresh();
  private final SeriesProjection projection = new SeriesProjection(database.dataSource());
  private final SeriesQuery series = new SeriesQuery(database.dataSource());
  private final LedgerScript script = LedgerScript.withAccord(false);

  @BeforeEach
  void threeSeries() {
    open("series-kept", ACCORD);
    open("series-free", null);
    open("series-alone", null);
    script.add(
        "series-free",
        new SeriesAttached(ACCORD, 0, CLAUSE, LocalDate.parse("2015-09-25"), script.filed()));
    Applying.all(database.dataSource(), projection, script.events(), 2);
  }

  private void open(String id, @Nullable AccordId accord) {
    script.add(
        id,
        new SeriesOpened(
            new SeriesId(id),
            WATCH,
            accord,
            "Incidents",
            "incidents",
            "incidents",
            "a source",
            "a method",
            accord == null ? null : NORTH,
            PeriodLength.MONTH,
            Marking.GREEN,
            script.filed()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void all_are_listed_in_the_order_they_were_opened() {
    assertThat(found(ANY, AsOf.head()))
        .containsExactly("series-kept", "series-free", "series-alone");
    assertThat(series.list(ANY, AsOf.head(), -1, 10).value().getFirst())
        .isEqualTo(new SeriesEntry(new SeriesId("series-kept"), WATCH, ACCORD, Marking.GREEN, 1));
  }

  @Test
  void an_accord_has_what_is_kept_under_it_and_what_is_attached_to_its_clauses() {
    assertThat(found(new SeriesFilter(ACCORD, null, null), AsOf.head()))
        .containsExactly("series-kept", "series-free");
    assertThat(found(new SeriesFilter(ACCORD, CLAUSE, null), AsOf.head()))
        .containsExactly("series-free");
    assertThat(found(new SeriesFilter(null, new ClauseCode("other"), null), AsOf.head())).isEmpty();
    assertThat(found(new SeriesFilter(null, null, NORTH), AsOf.head()))
        .containsExactly("series-kept");
  }

  @Test
  void what_came_later_is_not_there_yet() {
    assertThat(found(new SeriesFilter(ACCORD, CLAUSE, null), AsOf.position(3))).isEmpty();
    assertThat(found(ANY, AsOf.position(2))).containsExactly("series-kept", "series-free");
    assertThat(found(ANY, AsOf.time(script.events().get(1).recordedAt())))
        .containsExactly("series-kept");
    assertThatThrownBy(() -> found(ANY, AsOf.position(99))).isInstanceOf(PositionNotApplied.class);
  }

  @Test
  void a_page_goes_on_after_the_last_one_of_the_page_before() {
    List<SeriesEntry> first = series.list(ANY, AsOf.head(), -1, 2).value();
    List<SeriesEntry> second = series.list(ANY, AsOf.head(), first.getLast().position(), 2).value();

    assertThat(first).hasSize(2);
    assertThat(second).extracting(entry -> entry.series().value()).containsExactly("series-alone");
  }

  @Test
  void a_replay_gives_the_same() {
    List<String> before = found(ANY, AsOf.head());

    Applying.replay(database.dataSource(), projection, script.events(), 1000);

    assertThat(found(ANY, AsOf.head())).isEqualTo(before);
  }

  private List<String> found(SeriesFilter filter, AsOf asOf) {
    return series.list(filter, asOf, -1, 10).value().stream()
        .map(entry -> entry.series().value())
        .toList();
  }
}
