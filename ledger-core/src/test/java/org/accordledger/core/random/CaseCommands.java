package org.accordledger.core.random;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.Marking;
import org.accordledger.core.Occurred;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.accord.ElementCode;
import org.accordledger.core.cases.Allegation;
import org.accordledger.core.cases.Answer;
import org.accordledger.core.cases.Case;
import org.accordledger.core.cases.CaseCommand;
import org.accordledger.core.cases.CaseCommand.AcceptSettlement;
import org.accordledger.core.cases.CaseCommand.AdmitCase;
import org.accordledger.core.cases.CaseCommand.AdoptFinding;
import org.accordledger.core.cases.CaseCommand.CastVote;
import org.accordledger.core.cases.CaseCommand.CloseCase;
import org.accordledger.core.cases.CaseCommand.DeclareInadmissible;
import org.accordledger.core.cases.CaseCommand.FileResponse;
import org.accordledger.core.cases.CaseCommand.JoinCase;
import org.accordledger.core.cases.CaseCommand.OrderRemedy;
import org.accordledger.core.cases.CaseCommand.ProposeSettlement;
import org.accordledger.core.cases.CaseCommand.RecordNonResponse;
import org.accordledger.core.cases.CaseCommand.ReferToPanel;
import org.accordledger.core.cases.CaseCommand.ReportRemedy;
import org.accordledger.core.cases.CaseCommand.RequestReview;
import org.accordledger.core.cases.CaseCommand.ReviseFinding;
import org.accordledger.core.cases.CaseCommand.SeatPanel;
import org.accordledger.core.cases.CaseCommand.SubmitAllegation;
import org.accordledger.core.cases.CaseCommand.UpholdFinding;
import org.accordledger.core.cases.CaseCommand.VerifyRemedy;
import org.accordledger.core.cases.CaseCommand.WithdrawAllegation;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.FindingRule;
import org.accordledger.core.cases.Ground;
import org.accordledger.core.cases.Opinion;
import org.accordledger.core.cases.Outcome;
import org.accordledger.core.cases.Panel;
import org.accordledger.core.cases.PanelMember;
import org.accordledger.core.cases.ResponseKind;
import org.accordledger.core.cases.Ruling;
import org.accordledger.core.cases.Severity;
import org.accordledger.core.cases.Stage;
import org.accordledger.core.cases.StageRule;
import org.accordledger.core.election.ElectionId;
import org.accordledger.core.evidence.Confidence;
import org.jspecify.annotations.Nullable;

/** Random commands to cases: mostly the next step of one, sometimes anything at all. */
final class CaseCommands {
  private final Choice choice;
  private final Cast cast;
  private final ProcedureCommands procedures;

  CaseCommands(Choice choice, Cast cast) {
    this.choice = choice;
    this.cast = cast;
    this.procedures = new ProcedureCommands(choice, cast);
  }

  SubmitAllegation submit(CaseId id, Accord accord) {
    BodyId respondent = choice.in100(97) ? choice.of(Cast.PARTIES) : Cast.OUTSIDERS.getLast();
    boolean monitored = choice.in100(40);
    BodyId complainant = monitored ? Cast.OUTSIDERS.getFirst() : choice.of(Cast.PARTIES);
    Actor by = monitored ? Cast.monitor(complainant) : Cast.party(complainant);
    Allegation allegation =
        new Allegation(
            accord.id(),
            choice.of(AccordCommands.CLAUSES),
            respondent,
            complainant,
            List.of(),
            occurred(),
            null,
            List.of(),
            "What " + respondent + " is said to have done",
            Map.of(),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            null,
            Marking.CLEAR,
            choice.in100(20));
    boolean embargo =
        accord.terms().clauses().getOrDefault(allegation.clause(), List.of()).stream()
            .anyMatch(version -> version.clause().embargo() != null);
    ElectionId election = embargo ? AccordCommands.ELECTION.election() : null;
    return new SubmitAllegation(id, allegation, election, filed(by, accord));
  }

  private Occurred occurred() {
    if (choice.in100(10)) {
      return Occurred.unknown();
    }
    LocalDate from = cast.today().minusDays(choice.between(0, choice.of(30, 900)));
    boolean lasting = choice.in100(20);
    return new Occurred(
        from,
        lasting ? from.plusDays(choice.between(0, 60)) : null,
        choice.of(Occurred.Precision.DAY, Occurred.Precision.DAY, Occurred.Precision.MONTH),
        !lasting && choice.in100(10));
  }

  /** The next step of a case, or now and then a step out of turn. */
  CaseCommand next(Case state, Accord accord, List<Case> others) {
    Stage stage = choice.in100(95) ? state.stage() : choice.of(Stage.values());
    Filing registrar = filed(cast.mostly(Cast.registrar()), accord);
    if (choice.in100(3)) {
      return new JoinCase(state.id(), mostlyAlike(state, others), registrar);
    }
    if (choice.in100(15)) {
      return procedures.next(state, accord);
    }
    if (choice.in100(3)) {
      return new WithdrawAllegation(
          state.id(), Cast.WORDS, side(state.allegation().complainant(), accord));
    }
    return switch (stage) {
      case SUBMITTED ->
          choice.in100(85)
              ? new AdmitCase(state.id(), Map.of(), registrar)
              : new DeclareInadmissible(
                  state.id(), choice.of(Ground.values()), "the text", Map.of(), null, registrar);
      case NOTIFIED ->
          // who asked for particulars waits for them, now and then
          state.progress().exchange().asked() && choice.in100(40)
              ? procedures.next(state, accord)
              : answerOrSilence(state, accord, others);
      case ANSWERED, UNANSWERED -> afterAnswer(state, accord, others);
      case BEFORE_PANEL -> beforePanel(state, accord, others);
      case DECIDED -> afterFinding(state, accord);
      case SUSPENDED, CLOSED -> procedures.next(state, accord);
      case INADMISSIBLE, SETTLED, WITHDRAWN, JOINED -> new CloseCase(state.id(), registrar);
    };
  }

  private CaseCommand answerOrSilence(Case state, Accord accord, List<Case> others) {
    if (choice.in100(70)) {
      return response(state, accord, others);
    }
    cast.wait(choice.of(1, 60));
    return new RecordNonResponse(state.id(), filed(Cast.registrar(), accord));
  }

  private FileResponse response(Case state, Accord accord, List<Case> others) {
    ResponseKind kind = choice.of(ResponseKind.values());
    CaseId counter = kind == ResponseKind.COUNTER_ALLEGATION ? counter(state, others) : null;
    return new FileResponse(
        state.id(), kind, Map.of(), List.of(), counter, side(respondent(state), accord));
  }

  /** A case of the same question if there is one, now and then any at all. */
  private CaseId mostlyAlike(Case state, List<Case> others) {
    List<Case> alike =
        others.stream()
            .filter(other -> !other.id().equals(state.id()))
            .filter(other -> other.allegation().accord().equals(state.allegation().accord()))
            .filter(other -> other.allegation().clause().equals(state.allegation().clause()))
            .filter(other -> respondent(other).equals(respondent(state)))
            .filter(other -> StageRule.stagesFor(joinderOf(state)).contains(other.stage()))
            .toList();
    return choice.of(alike.isEmpty() || choice.in100(20) ? others : alike).id();
  }

  private static JoinCase joinderOf(Case state) {
    return new JoinCase(state.id(), state.id(), state.submitted().filed());
  }

  /** A case of the respondent's against the complainant if there is one, else any at all. */
  private CaseId counter(Case state, List<Case> others) {
    List<Case> swapped =
        others.stream()
            .filter(other -> other.allegation().accord().equals(state.allegation().accord()))
            .filter(other -> other.allegation().complainant().equals(respondent(state)))
            .filter(other -> respondent(other).equals(state.allegation().complainant()))
            .toList();
    return choice.of(swapped.isEmpty() ? others : swapped).id();
  }

  private CaseCommand afterAnswer(Case state, Accord accord, List<Case> others) {
    BodyId either = choice.of(respondent(state), state.allegation().complainant());
    if (state.progress().proposer() != null && choice.in100(50)) {
      return new AcceptSettlement(state.id(), side(either, accord));
    }
    return switch (choice.between(0, 10)) {
      case 0 -> new ProposeSettlement(state.id(), Map.of(), side(either, accord));
      case 1 -> new AcceptSettlement(state.id(), side(either, accord));
      case 2 -> response(state, accord, others);
      default -> new ReferToPanel(state.id(), filed(cast.mostly(Cast.registrar()), accord));
    };
  }

  private CaseCommand beforePanel(Case state, Accord accord, List<Case> others) {
    Panel panel = state.progress().panel();
    if (panel == null) {
      if (choice.in100(5)) {
        return response(state, accord, others);
      }
      List<AccountId> members = choice.some(accord.rules().panelSize(), Cast.JURORS);
      return new SeatPanel(state.id(), members, filed(cast.mostly(Cast.registrar()), accord));
    }
    Actor member = juror(panel);
    return panel.votes().size() >= panel.quorum() && choice.in100(70)
        ? new AdoptFinding(state.id(), Map.of(), filed(member, accord))
        : new CastVote(state.id(), opinion(state), Map.of(), filed(member, accord));
  }

  private CaseCommand afterFinding(Case state, Accord accord) {
    Panel panel = state.progress().panel();
    Actor member = panel == null ? cast.anyone() : juror(panel);
    Filing filed = filed(member, accord);
    BodyId either = choice.of(respondent(state), state.allegation().complainant());
    if (isUnderReview(state) && choice.in100(80)) {
      return onReview(state, panel, filed);
    }
    return switch (choice.between(0, 8)) {
      case 0 -> new RequestReview(state.id(), Cast.WORDS, side(either, accord));
      case 1, 2, 3 -> onReview(state, panel, filed);
      case 4 ->
          new OrderRemedy(
              state.id(), Map.of(), cast.today().plusDays(choice.between(-1, 90)), filed);
      case 5 -> new ReportRemedy(state.id(), Map.of(), side(respondent(state), accord));
      case 6 -> new VerifyRemedy(state.id(), filed);
      default ->
          choice.in100(80)
              ? new VerifyRemedy(state.id(), filed)
              : new CloseCase(state.id(), filed(Cast.registrar(), accord));
    };
  }

  private static boolean isUnderReview(Case state) {
    Ruling ruling = state.progress().ruling();
    return ruling != null && ruling.review() == Ruling.Review.OPEN;
  }

  private CaseCommand onReview(Case state, @Nullable Panel panel, Filing filed) {
    if (panel == null || panel.votes().size() < panel.quorum() || choice.in100(20)) {
      return new CastVote(state.id(), opinion(state), Map.of(), filed);
    }
    return choice.in100(50)
        ? new UpholdFinding(state.id(), Map.of(), filed)
        : new ReviseFinding(state.id(), Map.of(), filed);
  }

  private Opinion opinion(Case state) {
    Map<ElementCode, Answer> elements = new LinkedHashMap<>();
    // of some cases most members see nothing: by chance alone a panel hardly ever agrees on that
    boolean nothing = state.id().value().endsWith("3") && choice.in100(80);
    Answer none = new Answer(Answer.Value.NOT_ESTABLISHED, Confidence.HIGH, List.of());
    state.elements().forEach(element -> elements.put(element, nothing ? none : answer()));
    Opinion answers = new Opinion(elements, answer(), answer(), null);
    boolean violation = FindingRule.outcomeOf(answers) == Outcome.VIOLATION;
    return violation != choice.in100(3)
        ? new Opinion(
            elements, answers.happened(), answers.attributable(), choice.of(Severity.values()))
        : answers;
  }

  private Answer answer() {
    return new Answer(
        choice.in100(75) ? Answer.Value.ESTABLISHED : choice.of(Answer.Value.values()),
        choice.of(Confidence.values()),
        List.of());
  }

  private Actor juror(Panel panel) {
    return cast.mostly(
        Cast.juror(choice.of(panel.members().stream().map(PanelMember::member).toList())));
  }

  private static BodyId respondent(Case state) {
    return state.allegation().respondent();
  }

  private Filing side(BodyId body, Accord accord) {
    Actor right = Cast.PARTIES.contains(body) ? Cast.party(body) : Cast.monitor(body);
    return filed(cast.mostly(right), accord);
  }

  private Filing filed(Actor by, Accord accord) {
    return cast.filed(by, accord.drafted().retrospective());
  }
}
