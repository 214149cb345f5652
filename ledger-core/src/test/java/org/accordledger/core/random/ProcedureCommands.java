package org.accordledger.core.random;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.Marking;
import org.accordledger.core.accord.Accord;
import org.accordledger.core.cases.Case;
import org.accordledger.core.cases.CaseCommand;
import org.accordledger.core.cases.CaseCommand.AdmitExhibit;
import org.accordledger.core.cases.CaseCommand.AssessClaim;
import org.accordledger.core.cases.CaseCommand.Corroborate;
import org.accordledger.core.cases.CaseCommand.FileReply;
import org.accordledger.core.cases.CaseCommand.GiveParticulars;
import org.accordledger.core.cases.CaseCommand.GrantExtension;
import org.accordledger.core.cases.CaseCommand.LinkReaction;
import org.accordledger.core.cases.CaseCommand.RecordLapse;
import org.accordledger.core.cases.CaseCommand.RecuseMember;
import org.accordledger.core.cases.CaseCommand.ReopenCase;
import org.accordledger.core.cases.CaseCommand.ReplaceMember;
import org.accordledger.core.cases.CaseCommand.RequestParticulars;
import org.accordledger.core.cases.CaseCommand.ResumeCase;
import org.accordledger.core.cases.CaseCommand.SuspendCase;
import org.accordledger.core.cases.Deadline;
import org.accordledger.core.cases.Deadlines;
import org.accordledger.core.cases.Panel;
import org.accordledger.core.cases.ReactionKind;
import org.accordledger.core.evidence.Claim;
import org.accordledger.core.evidence.ClaimStatus;
import org.accordledger.core.evidence.Exhibit;

/** Random steps beside the main line of a case: clocks, seats, later evidence, rest. */
final class ProcedureCommands {
  private static final Map<LanguageTag, ContentRef> TEXT = Map.of(Cast.EN, Cast.WORDS);

  private final Choice choice;
  private final Cast cast;

  ProcedureCommands(Choice choice, Cast cast) {
    this.choice = choice;
    this.cast = cast;
  }

  /** A step that mostly fits the stage. */
  CaseCommand next(Case state, Accord accord) {
    if (choice.in100(20)) {
      return reaction(state, accord);
    }
    List<String> claims = List.copyOf(state.progress().evidence().claims().keySet());
    if (claims.size() > 1 && choice.in100(20)) {
      return assessment(state, accord, claims);
    }
    return switch (state.stage()) {
      case NOTIFIED -> whileNotified(state, accord);
      case ANSWERED, UNANSWERED -> whileAnswered(state, accord);
      case BEFORE_PANEL -> choice.in100(60) ? seats(state, accord) : whileAnswered(state, accord);
      case DECIDED -> choice.in100(60) ? lapse(state, accord) : corroborate(state, accord);
      case SUSPENDED -> new ResumeCase(state.id(), registrar(accord));
      case CLOSED -> new ReopenCase(state.id(), List.of(exhibit(state)), TEXT, registrar(accord));
      case SUBMITTED, INADMISSIBLE, SETTLED, WITHDRAWN, JOINED -> rest(state, accord);
    };
  }

  private CaseCommand whileNotified(Case state, Accord accord) {
    // what was asked for is mostly given
    boolean asked = state.progress().exchange().asked() && choice.in100(60);
    return switch (asked ? 2 : choice.between(0, 6)) {
      case 0, 1 ->
          new RequestParticulars(state.id(), TEXT, side(state.allegation().respondent(), accord));
      case 2, 3 ->
          new GiveParticulars(
              state.id(),
              TEXT,
              List.of(exhibit(state)),
              side(state.allegation().complainant(), accord));
      case 4 -> choice.in100(70) ? extension(state, accord) : rest(state, accord);
      default -> lapse(state, accord);
    };
  }

  private CaseCommand whileAnswered(Case state, Accord accord) {
    return switch (choice.between(0, 6)) {
      case 0, 1 ->
          new FileReply(
              state.id(), TEXT, List.of(), side(state.allegation().complainant(), accord));
      case 2 -> lapse(state, accord);
      case 3 ->
          new AdmitExhibit(
              state.id(),
              choice.of(state.allegation().respondent(), state.allegation().complainant()),
              List.of(exhibit(state)),
              registrar(accord));
      case 4 -> corroborate(state, accord);
      default -> choice.in100(50) ? extension(state, accord) : rest(state, accord);
    };
  }

  private CaseCommand seats(Case state, Accord accord) {
    Panel panel = state.progress().panel();
    if (panel == null || panel.members().size() < panel.size()) {
      return new ReplaceMember(state.id(), choice.of(Cast.JURORS), registrar(accord));
    }
    AccountId member = choice.of(panel.members()).member();
    return new RecuseMember(
        state.id(),
        member,
        TEXT,
        choice.in100(50) ? registrar(accord) : filed(Cast.juror(member), accord));
  }

  private CaseCommand extension(Case state, Accord accord) {
    List<Deadlines.Due> due = Deadlines.of(state);
    Deadline deadline =
        due.isEmpty() || choice.in100(10)
            ? choice.of(Deadline.values())
            : choice.of(due).deadline();
    return new GrantExtension(state.id(), deadline, choice.between(1, 20), TEXT, registrar(accord));
  }

  /** Of a clock that there is, after a while. */
  private CaseCommand lapse(Case state, Accord accord) {
    cast.wait(40);
    List<Deadlines.Due> due = Deadlines.of(state);
    Filing filed = filed(Cast.registrar(), accord);
    return due.isEmpty()
        ? new RecordLapse(state.id(), choice.of(Deadline.values()), filed)
        : choice.of(due).passing(state.id(), filed);
  }

  private CaseCommand corroborate(Case state, Accord accord) {
    return new Corroborate(
        state.id(), TEXT, List.of(exhibit(state)), side(state.allegation().complainant(), accord));
  }

  private CaseCommand reaction(Case state, Accord accord) {
    BodyId injured = state.allegation().complainant();
    LocalDate on = cast.today().minusDays(choice.between(0, 90));
    return new LinkReaction(
        state.id(),
        injured,
        choice.of(ReactionKind.values()),
        on,
        "What " + injured + " did",
        null,
        Map.of(),
        side(injured, accord));
  }

  private CaseCommand assessment(Case state, Accord accord, List<String> claims) {
    return new AssessClaim(
        state.id(),
        choice.of(claims),
        choice.of(ClaimStatus.values()),
        choice.in100(70) ? choice.of(claims) : null,
        TEXT,
        registrar(accord));
  }

  private CaseCommand rest(Case state, Accord accord) {
    return new SuspendCase(state.id(), TEXT, registrar(accord));
  }

  private static Exhibit exhibit(Case state) {
    return new Exhibit(
        "later-" + state.progress().exhibits().size(),
        Exhibit.Kind.PRESS,
        "Something new",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Marking.CLEAR,
        Map.of(),
        List.of(),
        new Claim(null, Integer.toString(state.progress().exhibits().size()), "times"));
  }

  private Filing registrar(Accord accord) {
    return filed(cast.mostly(Cast.registrar()), accord);
  }

  private Filing side(BodyId body, Accord accord) {
    Actor right = Cast.PARTIES.contains(body) ? Cast.party(body) : Cast.monitor(body);
    return filed(cast.mostly(right), accord);
  }

  private Filing filed(Actor by, Accord accord) {
    return cast.filed(by, accord.drafted().retrospective());
  }
}
