package org.accordledger.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.cases.CaseCommand;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.codec.EncodedEvent;
import org.accordledger.core.codec.EventCodec;
import org.accordledger.core.codec.LedgerJson;
import org.accordledger.core.random.MemoryLedger;
import org.accordledger.core.random.Shrinking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScorecardPropertiesTest {
  private static final int SEQUENCES = 25;
  private static final int COMMANDS = 250;
  private static final Period SOME = new Period(YearMonth.of(2014, 6), YearMonth.of(2015, 3));

  @Test
  void adding_differences_gives_what_counting_from_scratch_gives_at_any_position() {
    forAllLogs(
        log -> {
          ScorecardFold fold = new ScorecardFold();
          for (Recorded<LedgerEvent> recorded : log) {
            fold.apply(recorded);
            if (recorded.position() % 29 == 0 || recorded.position() == log.size() - 1) {
              List<Recorded<LedgerEvent>> prefix = log.subList(0, (int) recorded.position() + 1);
              for (Period period : List.of(Period.ALL, SOME)) {
                assertThat(fold.scorecard(period, null)).isEqualTo(fromScratch(prefix, period));
              }
            }
          }
        });
  }

  @Test
  void the_order_of_independent_streams_changes_nothing() {
    forAllLogs(
        log -> {
          SplittableRandom random = new SplittableRandom(log.size());
          assertThat(fold(interleaved(log, random)).cells()).isEqualTo(fold(log).cells());
        });
  }

  @Test
  void what_no_figure_depends_on_may_be_missing() {
    forAllLogs(
        log ->
            assertThat(
                    fold(log.stream()
                            .filter(one -> ScorecardFold.dependsOn(one.event().getClass()))
                            .toList())
                        .cells())
                .isEqualTo(fold(log).cells()));
  }

  @Test
  void no_figure_is_ever_negative_and_every_case_stands_in_one_place() {
    forAllLogs(
        log -> {
          ScorecardFold fold = new ScorecardFold();
          for (Recorded<LedgerEvent> recorded : log) {
            fold.apply(recorded);
            fold.months().forEach(row -> checkSums(row.figures()));
          }
        });
  }

  private static void checkSums(Figures figures) {
    long alleged = figures.count(Counter.ALLEGED);
    for (Counter counter : Counter.values()) {
      assertThat(figures.count(counter)).as(counter.code()).isBetween(0L, alleged);
    }
    figures.daysToRespond().forEach((days, cases) -> assertThat(cases).isPositive());
    figures.daysToDecide().forEach((days, cases) -> assertThat(cases).isPositive());
    assertThat(
            sum(
                figures,
                Counter.AWAITING_ADMISSION,
                Counter.INADMISSIBLE,
                Counter.AWAITING_RESPONSE,
                Counter.AWAITING_REFERRAL,
                Counter.BEFORE_PANEL,
                Counter.DECIDED,
                Counter.SETTLED,
                Counter.WITHDRAWN,
                Counter.JOINED))
        .isEqualTo(alleged);
    assertThat(sumOf(figures, "inadmissible_")).isEqualTo(figures.count(Counter.INADMISSIBLE));
    assertThat(sumOf(figures, "answered_")).isEqualTo(figures.count(Counter.ANSWERED));
    assertThat(sumOf(figures, "finding_")).isEqualTo(figures.count(Counter.DECIDED));
    long violations = figures.count(Counter.FINDING_VIOLATION);
    assertThat(sumOf(figures, "violation_")).isEqualTo(violations);
    assertThat(sum(figures, Counter.REMEDIED, Counter.STANDING_VIOLATION)).isEqualTo(violations);
  }

  @Test
  void periods_that_meet_add_up_to_the_whole_with_what_has_no_date_said_apart() {
    forAllLogs(
        log -> {
          ScorecardFold fold = apply(log);
          YearMonth cut = YearMonth.of(2015, 2);
          List<Cell> early = fold.scorecard(new Period(null, cut), null).cells();
          List<Cell> late = fold.scorecard(new Period(cut.plusMonths(1), null), null).cells();
          List<Cell> all = fold.scorecard(Period.ALL, null).cells();
          for (int i = 0; i < all.size(); i++) {
            assertThat(
                    early.get(i).count(Counter.ALLEGED)
                        + late.get(i).count(Counter.ALLEGED)
                        + late.get(i).undatedLeftOut())
                .isEqualTo(all.get(i).count(Counter.ALLEGED));
          }
        });
  }

  @Test
  void cases_without_a_finding_never_move_a_grade() {
    forAllLogs(
        log -> {
          Set<String> decided =
              log.stream()
                  .filter(recorded -> recorded.event() instanceof CaseEvent.FindingAdopted)
                  .map(Recorded::streamId)
                  .collect(Collectors.toSet());
          List<Recorded<LedgerEvent>> findings =
              log.stream()
                  .filter(r -> r.event() instanceof AccordEvent || decided.contains(r.streamId()))
                  .toList();
          Map<CellKey, Grade> without = grades(apply(findings), last(log));
          grades(apply(log), last(log))
              .forEach(
                  (cell, grade) ->
                      assertThat(without.getOrDefault(cell, Grade.NOT_IN_FORCE)).isEqualTo(grade));
        });
  }

  @Test
  void whatever_is_alleged_answered_or_voted_after_it_leaves_every_grade_as_it_was() {
    Shrinking.forAll(
        SEQUENCES,
        2 * COMMANDS,
        commands -> {
          List<LedgerCommand> first =
              commands.subList(0, Math.min(commands.size(), COMMANDS)).stream().toList();
          List<LedgerCommand> more =
              commands.stream()
                  .skip(first.size())
                  .filter(ScorecardPropertiesTest::findsNothing)
                  .toList();
          List<Recorded<LedgerEvent>> before = MemoryLedger.of(first).log();
          List<Recorded<LedgerEvent>> after =
              MemoryLedger.of(Stream.concat(first.stream(), more.stream()).toList()).log();
          Instant today = last(before);
          Map<CellKey, Grade> graded = grades(apply(after), today);
          grades(apply(before), today)
              .forEach((cell, grade) -> assertThat(graded).containsEntry(cell, grade));
        });
  }

  private static boolean findsNothing(LedgerCommand command) {
    return command instanceof CaseCommand
        && !(command instanceof CaseCommand.AdoptFinding)
        && !(command instanceof CaseCommand.ReviseFinding)
        && !(command instanceof CaseCommand.VerifyRemedy);
  }

  @Test
  void every_event_and_everything_the_scorecard_remembers_survives_being_written_down() {
    EventCodec codec = new EventCodec();
    forAllLogs(
        log -> {
          Map<String, CaseFigures> cases = new HashMap<>();
          for (Recorded<LedgerEvent> recorded : log) {
            EncodedEvent encoded = codec.encode(recorded.event());
            assertThat(codec.decode(encoded.type(), encoded.payload())).isEqualTo(recorded.event());
            if (recorded.event() instanceof CaseEvent event) {
              cases.put(
                  recorded.streamId(), CaseFigures.evolve(cases.get(recorded.streamId()), event));
            }
          }
          cases.values().forEach(one -> survives(one, CaseFigures.class));
          apply(log).accords().values().forEach(one -> survives(one, AccordFigures.class));
        });
  }

  private static <T> void survives(T value, Class<T> type) {
    byte[] json = LedgerJson.mapper().writeValueAsBytes(value);
    assertThat(LedgerJson.mapper().readValue(json, type)).isEqualTo(value);
  }

  private static void forAllLogs(Consumer<List<Recorded<LedgerEvent>>> check) {
    Shrinking.forAll(
        SEQUENCES, COMMANDS, commands -> check.accept(MemoryLedger.of(commands).log()));
  }

  /** The same figures without differences: every case is folded alone and counted once. */
  private static Scorecard fromScratch(List<Recorded<LedgerEvent>> log, Period period) {
    Map<String, CaseFigures> cases = new LinkedHashMap<>();
    Map<String, AccordFigures> accords = new LinkedHashMap<>();
    for (Recorded<LedgerEvent> recorded : log) {
      String stream = recorded.streamId();
      if (recorded.event() instanceof CaseEvent event) {
        cases.put(stream, CaseFigures.evolve(cases.get(stream), event));
      } else if (recorded.event() instanceof AccordEvent event) {
        accords.put(stream, AccordFigures.evolve(accords.get(stream), event));
      }
    }
    List<CellMonth> rows = new ArrayList<>();
    for (CaseFigures one : cases.values()) {
      Figures figures = new Figures();
      Contribution contribution = one.contribution();
      for (Counter counter : Counter.values()) {
        figures.add(counter, contribution.has(counter) ? 1 : 0);
      }
      if (contribution.daysToRespond() >= 0) {
        figures.daysToRespond().add(contribution.daysToRespond(), 1);
      }
      if (contribution.daysToDecide() >= 0) {
        figures.daysToDecide().add(contribution.daysToDecide(), 1);
      }
      rows.add(new CellMonth(one.cell(), one.month(), figures));
    }
    return Scorecard.of(log.getLast().position(), last(log), period, null, accords.values(), rows);
  }

  private static List<Recorded<LedgerEvent>> interleaved(
      List<Recorded<LedgerEvent>> log, SplittableRandom random) {
    Map<String, Deque<Recorded<LedgerEvent>>> streams = new LinkedHashMap<>();
    log.forEach(r -> streams.computeIfAbsent(r.streamId(), _ -> new ArrayDeque<>()).add(r));
    List<String> open = new ArrayList<>(streams.keySet());
    List<Recorded<LedgerEvent>> mixed = new ArrayList<>();
    Set<String> done = new HashSet<>();
    while (done.size() < open.size()) {
      String stream = open.get(random.nextInt(open.size()));
      Deque<Recorded<LedgerEvent>> left = streams.getOrDefault(stream, new ArrayDeque<>());
      Recorded<LedgerEvent> next = left.poll();
      if (next == null) {
        done.add(stream);
      } else {
        mixed.add(
            new Recorded<>(
                mixed.size(),
                log.getLast().recordedAt(),
                stream,
                next.streamVersion(),
                next.event()));
      }
    }
    return mixed;
  }

  private static Scorecard fold(List<Recorded<LedgerEvent>> log) {
    return apply(log).scorecard(Period.ALL, null);
  }

  private static ScorecardFold apply(List<Recorded<LedgerEvent>> log) {
    ScorecardFold fold = new ScorecardFold();
    log.forEach(fold::apply);
    return fold;
  }

  private static @Nullable Instant last(List<Recorded<LedgerEvent>> log) {
    return log.isEmpty() ? null : log.getLast().recordedAt();
  }

  /** Graded as of one day, so that no clause enters into force between two looks. */
  private static Map<CellKey, Grade> grades(ScorecardFold fold, @Nullable Instant today) {
    return Scorecard.of(0, today, Period.ALL, null, fold.accords().values(), fold.months())
        .cells()
        .stream()
        .collect(Collectors.toMap(Cell::key, Cell::grade));
  }

  private static long sum(Figures figures, Counter... counters) {
    return Stream.of(counters).mapToLong(figures::count).sum();
  }

  private static long sumOf(Figures figures, String prefix) {
    return sum(
        figures,
        Stream.of(Counter.values())
            .filter(counter -> counter.code().startsWith(prefix))
            .toArray(Counter[]::new));
  }
}
