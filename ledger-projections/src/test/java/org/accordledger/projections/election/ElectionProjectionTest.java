package org.accordledger.projections.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.accord.ObserverReport;
import org.accordledger.core.election.Election;
import org.accordledger.core.election.ElectionEvent.ElectionDated;
import org.accordledger.core.election.ElectionEvent.ElectionRegistered;
import org.accordledger.core.election.ElectionEvent.MissionNamed;
import org.accordledger.core.election.ElectionEvent.ReportRecorded;
import org.accordledger.core.election.ElectionId;
import org.accordledger.projections.Applying;
import org.accordledger.projections.AsOf;
import org.accordledger.projections.LedgerScript;
import org.accordledger.projections.PositionNotApplied;
import org.accordledger.projections.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ElectionProjectionTest {
  private static final ElectionFilter ANY = new ElectionFilter(null, null, null);

  private final TestDatabase database = TestDatabase.fresh();
  private final ElectionProjection projection = new ElectionProjection(database.dataSource());
  private final ElectionQuery calendar = new ElectionQuery(database.dataSource());
  private final LedgerScript script = LedgerScript.withAccord(false);

  @BeforeEach
  void threeElections() {
    register("election-late", "borea", "2018-03-18");
    register("election-undated", "alba", null);
    register("election-early", "alba", "2011-12-04");
    script
        .add(
            "election-early",
            new MissionNamed(new BodyId("observers"), "Observers", "a source", script.filed()))
        .add(
            "election-early",
            new ReportRecorded(
                new BodyId("observers"),
                ObserverReport.FINAL_REPORT,
                LocalDate.parse("2012-01-12"),
                "a source",
                null,
                script.filed()))
        .add(
            "election-late",
            new ElectionDated(LocalDate.parse("2010-03-18"), null, script.filed()));
    Applying.all(database.dataSource(), projection, script.events(), 2);
  }

  private void register(String id, String country, @Nullable String heldOn) {
    script.add(
        id,
        new ElectionRegistered(
            new ElectionId(id),
            new BodyId(country),
            "Parliament",
            heldOn == null ? null : LocalDate.parse(heldOn),
            "a source",
            script.filed()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void they_are_listed_in_the_order_they_are_held_with_the_undated_last() {
    assertThat(found(ANY, AsOf.head(), "", 10))
        .containsExactly("election-late", "election-early", "election-undated");
    Election early = calendar.list(ANY, AsOf.head(), "", 10).value().get(1);
    assertThat(early.missions().getFirst().dayOf(ObserverReport.FINAL_REPORT))
        .isEqualTo("2012-01-12");
    assertThat(early.version()).isEqualTo(2);
  }

  @Test
  void a_page_goes_on_where_the_one_before_ended() {
    List<Election> first = calendar.list(ANY, AsOf.head(), "", 1).value();

    assertThat(found(ANY, AsOf.head(), ElectionQuery.placeOf(first.getLast()), 1))
        .containsExactly("election-early");
    assertThat(found(ANY, AsOf.head(), "2011-12-04|election-early", 10))
        .containsExactly("election-undated");
    assertThat(found(ANY, AsOf.head(), "undated|election-undated", 10)).isEmpty();
  }

  @Test
  void country_and_days_narrow_the_list() {
    assertThat(found(new ElectionFilter(new BodyId("alba"), null, null), AsOf.head(), "", 10))
        .containsExactly("election-early", "election-undated");
    LocalDate day = LocalDate.parse("2011-12-04");
    assertThat(found(new ElectionFilter(null, day, null), AsOf.head(), "", 10))
        .containsExactly("election-early");
    assertThat(found(new ElectionFilter(null, null, day.minusDays(1)), AsOf.head(), "", 10))
        .containsExactly("election-late");
  }

  @Test
  void as_of_a_point_an_election_has_the_day_it_had_then() {
    assertThat(found(ANY, AsOf.position(5), "", 10))
        .containsExactly("election-early", "election-late", "election-undated");
    assertThat(found(ANY, AsOf.time(script.events().get(1).recordedAt()), "", 10))
        .containsExactly("election-late");
    assertThatThrownBy(() -> found(ANY, AsOf.position(99), "", 10))
        .isInstanceOf(PositionNotApplied.class);
  }

  @Test
  void a_replay_gives_the_same() {
    var before = calendar.list(ANY, AsOf.head(), "", 10);

    Applying.replay(database.dataSource(), projection, script.events(), 1000);

    assertThat(calendar.list(ANY, AsOf.head(), "", 10)).isEqualTo(before);
  }

  private List<String> found(ElectionFilter filter, AsOf asOf, String after, int most) {
    return calendar.list(filter, asOf, after, most).value().stream()
        .map(election -> election.election().value())
        .toList();
  }
}
