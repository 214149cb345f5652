package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.accordledger.api.security.Reader;
import org.accordledger.core.BodyId;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.scorecard.Period;
import org.accordledger.projections.AsOf;
import org.jspecify.annotations.Nullable;

/** What the parties of an accord put to each other and alleged of each other, day by day. */
final class LoopReads {
  private static final Pattern PLACE = Pattern.compile("(-?[0-9]{1,9}):([0-9]{1,18})");

  private final Streams streams;
  private final AccordReads accords;
  private final Texts texts;

  LoopReads(Streams streams, AccordReads accords, Texts texts) {
    this.streams = streams;
    this.accords = accords;
    this.texts = texts;
  }

  /**
   * Which part of the line is asked for.
   *
   * @param party whose acts, and what was done against it; null for everybody's
   * @param year of the acts; null for all
   * @param incidents months whose incidents count; offers have none and are always there
   * @param cursor from an earlier page; null for the first
   * @param limit most items on the page
   */
  record Request(
      @Nullable BodyId party,
      @Nullable Integer year,
      Period incidents,
      @Nullable String cursor,
      int limit) {
    private boolean wants(LoopDocument.Item item) {
      return (party == null || item.concerns(party))
          && (year == null || item.day().getYear() == year);
    }
  }

  /**
   * The line.
   *
   * @throws org.accordledger.api.problem.ProblemException if there is no such accord at that point,
   *     or the cursor is not one
   */
  Found<LoopDocument> loop(AccordId accord, Request request, AsOf asOf) {
    Predicate<LoopDocument.Item> onPage = after(request.cursor());
    Point point = streams.at(asOf);
    Set<Marking> visible = Reader.current().under(accord);
    List<Recorded<AccordEvent>> events = accords.events(accord, point.asOf()).document();
    CasesOfAccords.Seen cases = streams.cases(accord, visible, point);
    List<LoopFile.Line> all =
        LoopFile.lines(accord, events, cases.events(), request.incidents()).stream()
            .filter(line -> request.wants(line.item()))
            .toList();
    List<LoopFile.Line> rest = all.stream().filter(line -> onPage.test(line.item())).toList();
    List<LoopDocument.Item> items =
        rest.stream()
            .limit(request.limit())
            .map(line -> line.with(refs -> texts.of(refs, visible)))
            .toList();
    return point.found(
        new LoopDocument(
            accord,
            request.incidents(),
            items,
            counts(all, request.party()),
            rest.size() > items.size() ? place(items.getLast()) : null,
            cases.leftOut()));
  }

  private static String place(LoopDocument.Item item) {
    return Parameters.encoded(item.day().toEpochDay() + ":" + item.position());
  }

  /** What comes after the place that a cursor names. */
  private static Predicate<LoopDocument.Item> after(@Nullable String cursor) {
    if (cursor == null) {
      return _ -> true;
    }
    Matcher place = PLACE.matcher(Parameters.decoded(cursor));
    if (!place.matches()) {
      throw Parameters.notOurs();
    }
    LocalDate day = LocalDate.ofEpochDay(Long.parseLong(place.group(1)));
    long position = Long.parseLong(place.group(2));
    return item ->
        item.day().isAfter(day) || (item.day().equals(day) && item.position() > position);
  }

  private record BodyInYear(BodyId body, int year) {}

  private static List<LoopDocument.Count> counts(
      List<LoopFile.Line> lines, @Nullable BodyId party) {
    Comparator<BodyInYear> order =
        Comparator.comparing(BodyInYear::body).thenComparingInt(BodyInYear::year);
    Map<BodyInYear, LoopDocument.Count> counts = new TreeMap<>(order);
    for (LoopFile.Line line : lines) {
      LoopDocument.Item item = line.item();
      BodyId by = item.by();
      BodyId against = item.against();
      if (by != null && (party == null || party.equals(by))) {
        of(counts, by, item).by().merge(item.kind(), 1L, Long::sum);
      }
      if (against != null && (party == null || party.equals(against))) {
        of(counts, against, item).against().merge(item.kind(), 1L, Long::sum);
      }
    }
    return List.copyOf(counts.values());
  }

  private static LoopDocument.Count of(
      Map<BodyInYear, LoopDocument.Count> counts, BodyId body, LoopDocument.Item item) {
    return counts.computeIfAbsent(
        new BodyInYear(body, item.day().getYear()),
        key ->
            new LoopDocument.Count(
                key.body(),
                key.year(),
                new EnumMap<>(LoopDocument.Kind.class),
                new EnumMap<>(LoopDocument.Kind.class)));
  }
}
