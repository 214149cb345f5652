package org.accordledger.core.accord;

import static org.accordledger.core.accord.AccordSamples.CYBER;
import static org.accordledger.core.accord.AccordSamples.HOTLINE;
import static org.accordledger.core.accord.AccordSamples.MEDIA;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.binding;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.embargo;
import static org.accordledger.core.accord.AccordSamples.untestable;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.accordledger.core.accord.Clause.EntryRule;
import org.accordledger.core.accord.Clause.EntryRule.Needs;
import org.accordledger.core.accord.Clause.Kind;
import org.accordledger.core.accord.ClauseDifference.Change;
import org.accordledger.core.accord.ClauseDifference.ChangedClause;
import org.accordledger.core.accord.ClauseDifference.ChangedField;
import org.accordledger.core.random.RandomRecords;
import org.junit.jupiter.api.Test;

class ClauseDifferenceTest {
  private static final Clause OTHER =
      clause(HOTLINE, CYBER, Kind.COOPERATION, new EntryRule(Needs.ALL_PARTIES, List.of()));

  @Test
  void the_same_text_in_another_order_is_no_difference() {
    assertThat(ClauseDifference.between(List.of(clause(), OTHER), List.of(OTHER, clause())))
        .isEmpty();
  }

  @Test
  void a_changed_field_is_shown_with_both_texts() {
    assertThat(
            ClauseDifference.between(
                List.of(effective(clause(), "2020-01-01")),
                List.of(effective(clause(), "2021-01-01"))))
        .containsExactly(
            new ChangedClause(
                QUIET,
                Change.CHANGED,
                List.of(new ChangedField("effective_from", "2020-01-01", "2021-01-01"))));
  }

  @Test
  void what_one_text_does_not_say_is_absent_on_its_side() {
    List<ChangedClause> changed =
        ClauseDifference.between(List.of(clause()), List.of(binding(untestable(clause()), NORTH)));

    assertThat(changed.getFirst().fields())
        .containsExactly(
            new ChangedField("bound_parties", null, "north"),
            new ChangedField("elements.by-an-agency.en", "obtained by an agency", null),
            new ChangedField("elements.made-public.en", "made public", null));
  }

  @Test
  void a_clause_of_one_text_alone_is_added_or_removed_with_all_it_says() {
    assertThat(ClauseDifference.between(List.of(clause()), List.of(OTHER)))
        .satisfiesExactly(
            added -> {
              assertThat(added.clause()).isEqualTo(HOTLINE);
              assertThat(added.change()).isEqualTo(Change.ADDED);
              assertThat(added.fields()).allMatch(field -> field.before() == null);
            },
            removed -> {
              assertThat(removed.clause()).isEqualTo(QUIET);
              assertThat(removed.change()).isEqualTo(Change.REMOVED);
              assertThat(removed.fields()).allMatch(field -> field.after() == null);
            });
  }

  @Test
  void who_has_to_accept_and_how_long_an_embargo_lasts_are_parts_of_a_clause() {
    Clause all = clause(QUIET, MEDIA, Kind.EMBARGO, clause().entry());
    Clause named = clause(QUIET, MEDIA, Kind.EMBARGO, new EntryRule(Needs.NAMED, List.of(NORTH)));
    EmbargoRule any = new EmbargoRule(ObserverReport.FINAL_REPORT, List.of(), 30);
    EmbargoRule one = new EmbargoRule(ObserverReport.FINAL_REPORT, List.of(WATCH), 60);

    assertThat(
            ClauseDifference.between(List.of(embargo(all, any)), List.of(embargo(named, one)))
                .getFirst()
                .fields())
        .containsExactly(
            new ChangedField("entry.needs", "all_parties", "named"),
            new ChangedField("entry.parties", null, "north"),
            new ChangedField("embargo.missions", null, "watch"),
            new ChangedField("embargo.days_without_mission", "30", "60"));
  }

  @Test
  void no_part_of_a_clause_is_forgotten() {
    Clause full = RandomRecords.readable(new SplittableRandom(7)).of(Clause.class);
    Set<String> said =
        ClauseDifference.between(List.of(), List.of(full)).getFirst().fields().stream()
            .map(field -> field.field().replaceFirst("\\..*", ""))
            .collect(Collectors.toSet());

    for (RecordComponent component : Clause.class.getRecordComponents()) {
      String field =
          component.getName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
      if (!field.equals("code")) {
        assertThat(said).as("add %s to ClauseDifference", field).contains(field);
      }
    }
  }
}
