package org.accordledger.projections.timeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.accordledger.core.Actor;
import org.accordledger.core.LedgerEvent;
import org.accordledger.core.Marking;
import org.accordledger.core.Recorded;
import org.accordledger.core.accord.AccordEvent.AccordDrafted;
import org.accordledger.core.cases.CaseEvent.AllegationSubmitted;
import org.accordledger.core.codec.EncodedEvent;
import org.accordledger.core.election.ElectionEvent.ElectionRegistered;
import org.accordledger.core.inquiry.InquiryEvent.InquiryOpened;
import org.accordledger.core.series.SeriesEvent.SeriesOpened;
import org.accordledger.projections.Codes;
import org.accordledger.projections.PoisonEvent;
import org.accordledger.projections.Projection;
import org.accordledger.projections.Rows;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps every event of every stream with its canonical payload. */
public final class TimelineProjection implements Projection {
  /** The name its position is kept under. */
  public static final String NAME = "timeline";

  private static final String INSERT_EVENTS =
      """
      insert into timeline (stream_id, version, position, recorded_at, type, filed_by,
          filed_role, filed_body, filed_at, dated, payload)
      select * from unnest(?, ?, ?, ?::timestamptz[], ?, ?, ?, ?, ?::timestamptz[], ?, ?)
      """;
  private static final Rows<Line> EVENTS =
      new Rows<Line>()
          .column("text", line -> line.recorded().streamId())
          .column("bigint", line -> line.recorded().streamVersion())
          .column("bigint", line -> line.recorded().position())
          .column("text", line -> line.recorded().recordedAt().toString())
          .column("text", line -> line.encoded().type())
          .column("text", line -> line.by().account().value())
          .column("text", line -> Codes.code(line.by().role()))
          .column("text", line -> line.by().body() == null ? null : line.by().body().value())
          .column("text", line -> line.recorded().event().filed().at().toString())
          .column("text", line -> Rows.text(line.recorded().event().filed().dated()))
          .column("text", line -> new String(line.encoded().payload(), StandardCharsets.UTF_8));

  private static final String INSERT_STREAMS =
      "insert into timeline_stream (stream_id, accord, marking) select * from unnest(?, ?," + " ?)";
  private static final Rows<Stream> STREAMS =
      new Rows<Stream>()
          .column("text", Stream::id)
          .column("text", Stream::accord)
          .column("text", stream -> Codes.code(stream.marking()));

  private final JdbcTemplate jdbc;
  private final Function<LedgerEvent, EncodedEvent> encoder;

  private record Line(Recorded<? extends LedgerEvent> recorded, EncodedEvent encoded) {
    Actor by() {
      return recorded.event().filed().by();
    }
  }

  private record Stream(String id, String accord, Marking marking) {}

  /**
   * @param encoder gives an event its logical type and canonical JSON
   */
  public TimelineProjection(DataSource dataSource, Function<LedgerEvent, EncodedEvent> encoder) {
    this.jdbc = new JdbcTemplate(dataSource);
    this.encoder = encoder;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void apply(List<Recorded<? extends LedgerEvent>> batch) {
    List<Line> lines = new ArrayList<>(batch.size());
    List<Stream> streams = new ArrayList<>();
    PoisonEvent.guarding(
        batch,
        recorded -> {
          lines.add(new Line(recorded, encoder.apply(recorded.event())));
          if (recorded.event() instanceof AllegationSubmitted submitted) {
            streams.add(
                new Stream(
                    recorded.streamId(),
                    submitted.allegation().accord().value(),
                    submitted.allegation().marking()));
          } else if (recorded.event() instanceof AccordDrafted) {
            streams.add(new Stream(recorded.streamId(), recorded.streamId(), Marking.CLEAR));
          } else if (recorded.event() instanceof InquiryOpened opened) {
            // nobody sees it by its marking: its two sides are asked for by who they are
            streams.add(new Stream(recorded.streamId(), opened.accord().value(), Marking.RED));
          } else if (recorded.event() instanceof ElectionRegistered) {
            // an election belongs to no accord and stands for itself
            streams.add(new Stream(recorded.streamId(), recorded.streamId(), Marking.CLEAR));
          } else if (recorded.event() instanceof SeriesOpened opened) {
            // one that is kept under no accord stands for itself
            String accord = Rows.text(opened.accord());
            streams.add(
                new Stream(
                    recorded.streamId(),
                    accord == null ? recorded.streamId() : accord,
                    opened.marking()));
          }
        });
    STREAMS.write(jdbc, INSERT_STREAMS, streams);
    EVENTS.write(jdbc, INSERT_EVENTS, lines);
  }

  @Override
  public void reset() {
    jdbc.execute("truncate timeline, timeline_stream");
  }
}
