package org.accordledger.projections.docket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent.AccordDrafted;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.CaseEvent;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.projections.PoisonEvent;
import org.accordledger.projections.Projection;
import org.accordledger.projections.Recent;
import org.accordledger.projections.Rows;
import org.accordledger.projections.docket.DocketEntry.Opening;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps every case as it stands, and the stages it came through. */
public final class DocketProjection implements Projection {
  /** The name its position is kept under. */
  public static final String NAME = "docket";

  private static final Rows<AccordDrafted> ACCORDS =
      new Rows<AccordDrafted>()
          .column("text", drafted -> drafted.accord().value())
          .column("boolean", AccordDrafted::hypothetical)
          .column("boolean", AccordDrafted::retrospective);

  private static final int REMEMBERED = 20_000;

  private final JdbcTemplate jdbc;
  private final Recent<String, DocketEntry> recent = new Recent<>(REMEMBERED);

  public DocketProjection(DataSource dataSource) {
    this.jdbc = new JdbcTemplate(dataSource);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void apply(List<Recorded<? extends LedgerEvent>> batch) {
    recent.begin(batch.getFirst().position());
    Map<String, DocketEntry> entries = before(batch);
    List<AccordDrafted> accords = new ArrayList<>();
    List<StageChange> stages = new ArrayList<>();
    PoisonEvent.guarding(
        batch,
        recorded -> {
          if (recorded.event() instanceof CaseEvent event) {
            DocketEntry before = entries.get(recorded.streamId());
            DocketEntry entry = after(before, recorded, event);
            if (before != null && before.course().stage() != entry.course().stage()) {
              stages.add(
                  new StageChange(entry.caseId(), recorded.position(), entry.course().stage()));
            }
            entries.put(recorded.streamId(), entry);
          } else if (recorded.event() instanceof AccordDrafted drafted) {
            accords.add(drafted);
          }
        });
    ACCORDS.write(
        jdbc,
        "insert into docket_accord (accord, hypothetical, retrospective)"
            + " select * from unnest(?, ?, ?)",
        accords);
    DocketTable.write(jdbc, List.copyOf(entries.values()));
    StageChange.write(jdbc, stages);
    recent.standAt(batch.getLast().position(), entries);
  }

  private Map<String, DocketEntry> before(List<Recorded<? extends LedgerEvent>> batch) {
    Map<String, DocketEntry> entries = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String caseId : goingOn(batch)) {
      DocketEntry known = recent.get(caseId);
      if (known == null) {
        unknown.add(caseId);
      } else {
        entries.put(caseId, known);
      }
    }
    for (DocketEntry entry : DocketTable.load(jdbc, unknown)) {
      entries.put(entry.caseId().value(), entry);
    }
    return entries;
  }

  /** Cases of the batch that were opened before it. */
  private static Set<String> goingOn(List<Recorded<? extends LedgerEvent>> batch) {
    Set<String> known = new TreeSet<>();
    Set<String> opened = new TreeSet<>();
    for (Recorded<? extends LedgerEvent> recorded : batch) {
      if (recorded.event() instanceof AllegationSubmitted) {
        opened.add(recorded.streamId());
      } else if (recorded.event() instanceof CaseEvent) {
        known.add(recorded.streamId());
      }
    }
    known.removeAll(opened);
    return known;
  }

  private static DocketEntry after(
      @Nullable DocketEntry before, Recorded<? extends LedgerEvent> recorded, CaseEvent event) {
    if (event instanceof AllegationSubmitted submitted) {
      return new DocketEntry(
          submitted.caseId(),
          opening(submitted, recorded),
          CaseCourse.START,
          false,
          recorded.streamVersion(),
          recorded.position(),
          recorded.recordedAt());
    }
    if (before == null) {
      throw new IllegalStateException("its case was never submitted");
    }
    return before.after(recorded, event);
  }

  private static Opening opening(
      AllegationSubmitted submitted, Recorded<? extends LedgerEvent> recorded) {
    Allegation allegation = submitted.allegation();
    return new Opening(
        allegation.accord(),
        allegation.clause(),
        submitted.clauseVersion(),
        allegation.respondent(),
        allegation.complainant(),
        allegation.title(),
        allegation.occurred(),
        allegation.disclosed(),
        submitted.filed().day(),
        allegation.sourceId(),
        allegation.marking(),
        allegation.illustrative(),
        recorded.position(),
        recorded.recordedAt());
  }

  @Override
  public void reset() {
    jdbc.execute("truncate docket, docket_accord, docket_stage");
  }
}
