package org.accordledger.api.commands;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.accordledger.api.commands.CommandRoute.Kind;
import org.accordledger.api.log.Receipts;
import org.accordledger.api.problem.Problem;
import org.accordledger.api.problem.ProblemCode;
import org.accordledger.api.problem.ProblemException;
import org.accordledger.api.requests.JsonBody;
import org.accordledger.api.requests.WriteHeaders;
import org.accordledger.api.security.CommandAccess;
import org.accordledger.api.security.Reader;
import org.accordledger.api.security.TokenHolder;
import org.accordledger.api.visibility.CaseOrigins;
import org.accordledger.api.visibility.InquiryOrigins;
import org.accordledger.api.visibility.SeriesOrigins;
import org.accordledger.core.Filing;
import org.accordledger.core.InvalidValue;
import org.accordledger.core.LedgerCommand;
import org.accordledger.core.Marking;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordCommand.DraftAccord;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.NegotiationCommand.ContributeText;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.election.ElectionCommand.RegisterElection;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.inquiry.InquiryCommand.OpenInquiry;
import org.accordledger.core.inquiry.InquiryId;
import org.accordledger.core.series.SeriesCommand.AttachSeries;
import org.accordledger.core.series.SeriesCommand.OpenSeries;
import org.accordledger.core.series.SeriesId;
import org.accordledger.store.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every write: the address and the body become a command, its answer becomes a position. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
final class CommandController {
  private final CommandDesk desk;
  private final CaseOrigins origins;
  private final SeriesOrigins series;
  private final InquiryOrigins inquiries;
  private final Receipts receipts;
  private final InstantSource clock;

  CommandController(
      CommandDesk desk,
      CaseOrigins origins,
      SeriesOrigins series,
      InquiryOrigins inquiries,
      Receipts receipts,
      InstantSource clock) {
    this.desk = desk;
    this.origins = origins;
    this.series = series;
    this.inquiries = inquiries;
    this.receipts = receipts;
    this.clock = clock;
  }

  @PostMapping("/accords")
  ResponseEntity<Acknowledgement> draft(
      @AuthenticationPrincipal TokenHolder holder, HttpServletRequest request) throws IOException {
    JsonBody body = JsonBody.of(request);
    IdempotencyKey key = RequestKeys.of(holder, request, body);
    Filing filed = filed(holder, DraftAccord.class, accordIn(body.tree(), "/accord"));
    ContentIntake intake = new ContentIntake(Marking.CLEAR);
    DraftAccord command =
        RequestReader.read(DraftAccord.class, body.tree(), Map.of(), filed, intake);
    return created(send(command, null, key, intake), request);
  }

  @PostMapping("/cases")
  ResponseEntity<Acknowledgement> submit(
      @AuthenticationPrincipal TokenHolder holder, HttpServletRequest request) throws IOException {
    JsonBody body = JsonBody.of(request);
    IdempotencyKey key = RequestKeys.of(holder, request, body);
    AccordId accord = accordIn(body.tree(), "/allegation/accord");
    Filing filed = filed(holder, SubmitAllegation.class, accord);
    ContentIntake intake = new ContentIntake(ExhibitTexts.marking(body.tree().path("allegation")));
    // the id follows from the allegation, which has to be read first
    Map<String, String> noId = Map.of("case_id", "case-0");
    SubmitAllegation read =
        RequestReader.read(SubmitAllegation.class, body.tree(), noId, filed, intake);
    SubmitAllegation command =
        new SubmitAllegation(
            CaseIds.idFor(read.allegation()), read.allegation(), read.election(), read.filed());
    return created(send(command, null, key, intake), request);
  }

  @PostMapping("/accords/{accord}/{act}")
  ResponseEntity<Acknowledgement> changeAccord(
      @PathVariable String accord,
      @PathVariable String act,
      @AuthenticationPrincipal TokenHolder holder,
      HttpServletRequest request)
      throws IOException {
    AccordId id = idInPath(() -> new AccordId(accord));
    Marking marking = act.equals(CommandRoute.CONTRIBUTIONS) ? Marking.AMBER : Marking.CLEAR;
    return changed(
        change(Kind.ACCORD, act, Map.of("accord", accord), id, marking, holder, request), request);
  }

  @PostMapping("/cases/{caseId}/{act}")
  ResponseEntity<Acknowledgement> changeCase(
      @PathVariable String caseId,
      @PathVariable String act,
      @AuthenticationPrincipal TokenHolder holder,
      HttpServletRequest request)
      throws IOException {
    CaseOrigins.Origin origin =
        origins
            .find(idInPath(() -> new CaseId(caseId)))
            .filter(found -> found.mayBeKnownTo(holder))
            .orElseThrow(
                () -> Problem.of(ProblemCode.NOT_FOUND, "There is no such case.").toException());
    return changed(
        change(
            Kind.CASE,
            act,
            Map.of("case_id", caseId),
            origin.accord(),
            origin.marking(),
            holder,
            request),
        request);
  }

  @PostMapping("/elections")
  ResponseEntity<Acknowledgement> register(
      @AuthenticationPrincipal TokenHolder holder, HttpServletRequest request) throws IOException {
    JsonBody body = JsonBody.of(request);
    IdempotencyKey key = RequestKeys.of(holder, request, body);
    Filing filed = filed(holder, RegisterElection.class, null);
    ContentIntake intake = new ContentIntake(Marking.CLEAR);
    RegisterElection command =
        RequestReader.read(RegisterElection.class, body.tree(), Map.of(), filed, intake);
    return created(send(command, null, key, intake), request);
  }

  @PostMapping("/elections/{election}/{act}")
  ResponseEntity<Acknowledgement> changeElection(
      @PathVariable String election,
      @PathVariable String act,
      @AuthenticationPrincipal TokenHolder holder,
      HttpServletRequest request)
      throws IOException {
    ElectionId id = idInPath(() -> new ElectionId(election));
    Map<String, String> ids = Map.of("election", id.value());
    return changed(change(Kind.ELECTION, act, ids, null, Marking.CLEAR, holder, request), request);
  }

  /** The id is the server's, so that nobody learns by a taken one that there is an inquiry. */
  @PostMapping("/inquiries")
  ResponseEntity<Acknowledgement> inquire(
      @AuthenticationPrincipal TokenHolder holder, HttpServletRequest request) throws IOException {
    JsonBody body = JsonBody.of(request);
    IdempotencyKey key = RequestKeys.of(holder, request, body);
    Filing filed = filed(holder, OpenInquiry.class, accordIn(body.tree(), "/accord"));
    ContentIntake intake = new ContentIntake(Marking.RED);
    Map<String, String> id = Map.of("inquiry", InquiryIds.idFor(key).value());
    OpenInquiry command = RequestReader.read(OpenInquiry.class, body.tree(), id, filed, intake);
    return created(send(command, null, key, intake), request);
  }

  @PostMapping("/inquiries/{inquiry}/{act}")
  ResponseEntity<Acknowledgement> changeInquiry(
      @PathVariable String inquiry,
      @PathVariable String act,
      @AuthenticationPrincipal TokenHolder holder,
      HttpServletRequest request)
      throws IOException {
    InquiryOrigins.Origin origin =
        inquiries
            .find(idInPath(() -> new InquiryId(inquiry)))
            .filter(found -> found.mayBeKnownTo(Reader.with(holder)))
            .orElseThrow(
                () -> Problem.of(ProblemCode.NOT_FOUND, "There is no such inquiry.").toException());
    return changed(
        change(
            Kind.INQUIRY,
            act,
            Map.of("inquiry", inquiry),
            origin.accord(),
            Marking.RED,
            holder,
            request),
        request);
  }

  @PostMapping("/series")
  ResponseEntity<Acknowledgement> open(
      @AuthenticationPrincipal TokenHolder holder, HttpServletRequest request) throws IOException {
    JsonBody body = JsonBody.of(request);
    IdempotencyKey key = RequestKeys.of(holder, request, body);
    AccordId accord = body.tree().hasNonNull("accord") ? accordIn(body.tree(), "/accord") : null;
    Filing filed = filed(holder, OpenSeries.class, accord);
    ContentIntake intake = new ContentIntake(Marking.CLEAR);
    OpenSeries command = RequestReader.read(OpenSeries.class, body.tree(), Map.of(), filed, intake);
    return created(send(command, null, key, intake), request);
  }

  @PostMapping("/series/{series}/{act}")
  ResponseEntity<Acknowledgement> changeSeries(
      @PathVariable("series") String id,
      @PathVariable String act,
      @AuthenticationPrincipal TokenHolder holder,
      HttpServletRequest request)
      throws IOException {
    SeriesOrigins.Origin origin =
        series
            .find(idInPath(() -> new SeriesId(id)))
            .filter(found -> found.mayBeKnownTo(holder))
            .orElseThrow(
                () -> Problem.of(ProblemCode.NOT_FOUND, "There is no such series.").toException());
    Class<? extends LedgerCommand> type = typeOf(Kind.SERIES, act);
    JsonBody body = JsonBody.of(request);
    // what is kept under no accord is attached by those who may under the one it is attached to
    boolean attaches = origin.accord() == null && type == AttachSeries.class;
    AccordId accord = attaches ? accordIn(body.tree(), "/accord") : origin.accord();
    Filing filed = filed(holder, type, accord);
    long expected = WriteHeaders.expectedVersion(request);
    IdempotencyKey key = RequestKeys.of(holder, request, body);
    ContentIntake intake = new ContentIntake(origin.marking());
    LedgerCommand command =
        RequestReader.read(type, body.tree(), Map.of("series", id), filed, intake);
    return changed(send(command, expected, key, intake), request);
  }

  private Acknowledgement change(
      Kind kind,
      String act,
      Map<String, String> ids,
      @Nullable AccordId accord,
      Marking marking,
      TokenHolder holder,
      HttpServletRequest request)
      throws IOException {
    Class<? extends LedgerCommand> type = typeOf(kind, act);
    Filing filed = filed(holder, type, accord);
    long expected = WriteHeaders.expectedVersion(request);
    JsonBody body = JsonBody.of(request);
    IdempotencyKey key =
        type == ContributeText.class
            ? RequestKeys.unattributed(request, body)
            : RequestKeys.of(holder, request, body);
    ContentIntake intake = new ContentIntake(marking);
    LedgerCommand command = RequestReader.read(type, body.tree(), ids, filed, intake);
    return send(command, expected, key, intake);
  }

  private static Class<? extends LedgerCommand> typeOf(Kind kind, String act) {
    return CommandRoute.of(kind, act)
        .map(CommandRoute::command)
        .orElseThrow(
            () -> Problem.of(ProblemCode.NOT_FOUND, "There is no such act.").toException());
  }

  private Acknowledgement send(
      LedgerCommand command, @Nullable Long expected, IdempotencyKey key, ContentIntake intake) {
    try {
      return desk.send(command, expected, key, intake.contents());
    } catch (Refused | ProblemException | InvalidValue refusal) {
      throw RefusedFields.named(command, refusal);
    }
  }

  private Filing filed(
      TokenHolder holder, Class<? extends LedgerCommand> command, @Nullable AccordId accord) {
    return Filing.of(
        CommandAccess.actorFor(holder, command, accord),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** The accord decides who may speak, so it is read before the rest of the body. */
  private static AccordId accordIn(ObjectNode body, String pointer) {
    JsonNode accord = body.at(pointer);
    if (accord.isMissingNode() || accord.isNull()) {
      throw RequestReader.invalid(pointer, "is required");
    }
    if (!accord.isString()) {
      throw RequestReader.invalid(pointer, "must be a string");
    }
    try {
      return new AccordId(accord.stringValue());
    } catch (InvalidValue e) {
      throw RequestReader.invalid(pointer, "is refused: " + e.getMessage());
    }
  }

  private static <I> I idInPath(Supplier<I> id) {
    try {
      return id.get();
    } catch (InvalidValue e) {
      throw Problem.of(ProblemCode.NOT_FOUND, "No id has this form.").toException();
    }
  }

  private ResponseEntity<Acknowledgement> created(
      Acknowledgement answer, HttpServletRequest request) {
    String stream = answer.stream();
    URI address = URI.create(Kind.ofStream(stream).address(stream));
    return with(answer, ResponseEntity.created(address), request);
  }

  private ResponseEntity<Acknowledgement> changed(
      Acknowledgement answer, HttpServletRequest request) {
    return with(answer, ResponseEntity.ok(), request);
  }

  private ResponseEntity<Acknowledgement> with(
      Acknowledgement durable, ResponseEntity.BodyBuilder response, HttpServletRequest request) {
    Acknowledgement answer = durable;
    if (WriteHeaders.waitsForPublication(request)) {
      answer = durable.with(receipts.await(durable.position()).orElse(null));
      if (answer.receipt() != null) {
        response.header("Preference-Applied", WriteHeaders.WAIT_PUBLISHED);
      }
    }
    return response
        .eTag("\"" + answer.version() + "\"")
        .header("Ledger-Position", Long.toString(answer.position()))
        .body(answer);
  }
}
