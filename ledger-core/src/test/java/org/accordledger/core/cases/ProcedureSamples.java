package org.accordledger.core.cases;

import static org.accordledger.core.accord.AccordSamples.ACCORD;
import static org.accordledger.core.accord.AccordSamples.EN;
import static org.accordledger.core.accord.AccordSamples.FIRST;
import static org.accordledger.core.accord.AccordSamples.NORTH;
import static org.accordledger.core.accord.AccordSamples.QUIET;
import static org.accordledger.core.accord.AccordSamples.SOUTH;
import static org.accordledger.core.accord.AccordSamples.WATCH;
import static org.accordledger.core.accord.AccordSamples.WORDS;
import static org.accordledger.core.accord.AccordSamples.accept;
import static org.accordledger.core.accord.AccordSamples.by;
import static org.accordledger.core.accord.AccordSamples.clause;
import static org.accordledger.core.accord.AccordSamples.delegate;
import static org.accordledger.core.accord.AccordSamples.draft;
import static org.accordledger.core.accord.AccordSamples.effective;
import static org.accordledger.core.accord.AccordSamples.offer;
import static org.accordledger.core.accord.AccordSamples.registrar;
import static org.accordledger.core.cases.CaseSamples.CASE;
import static org.accordledger.core.cases.CaseSamples.MONITOR;
import static org.accordledger.core.cases.CaseSamples.REGISTRAR;
import static org.accordledger.core.cases.CaseSamples.filedBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.accordledger.core.AccountId;
import org.accordledger.core.Actor;
import org.accordledger.core.BodyId;
import org.accordledger.core.ContentRef;
import org.accordledger.core.Filing;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.AccordCommand.AdoptRules;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.cases.CaseCommand.AdmitExhibit;
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
import org.accordledger.core.evidence.Exhibit;
import org.jspecify.annotations.Nullable;

/** Steps beside the main line of the sample case. */
final class ProcedureSamples {
  static final Map<LanguageTag, ContentRef> TEXT = Map.of(EN, WORDS);

  private ProcedureSamples() {}

  /**
   * The sample terms under rules with every clock: ten days for particulars, twenty for a reply,
   * forty for a review, and fifteen for extensions.
   */
  static AccordTerms clocked() {
    return CaseSamples.terms(
        draft(),
        offer(FIRST, true, effective(clause(), "2015-01-01")),
        accept(FIRST, NORTH, QUIET),
        accept(FIRST, SOUTH, QUIET),
        new AdoptRules(ACCORD, 30, 3, 2, 10, 20, 40, 15, null, registrar()));
  }

  static RequestParticulars askParticulars() {
    return new RequestParticulars(CASE, TEXT, filedBy(delegate(NORTH)));
  }

  static GiveParticulars giveParticulars() {
    return new GiveParticulars(CASE, TEXT, List.of(), filedBy(MONITOR));
  }

  static GrantExtension extend(Deadline deadline, int days) {
    return new GrantExtension(CASE, deadline, days, TEXT, filedBy(REGISTRAR));
  }

  static FileReply reply() {
    return new FileReply(CASE, TEXT, List.of(), filedBy(MONITOR));
  }

  static RecordLapse lapse(Deadline deadline, String day) {
    return new RecordLapse(CASE, deadline, by(REGISTRAR, day));
  }

  static SuspendCase suspend() {
    return new SuspendCase(CASE, TEXT, filedBy(REGISTRAR));
  }

  static ResumeCase resume(String day) {
    return new ResumeCase(CASE, by(REGISTRAR, day));
  }

  static RecuseMember recuse(Actor by, String member) {
    return new RecuseMember(CASE, new AccountId(member), TEXT, filedBy(by));
  }

  static ReplaceMember replace(String member) {
    return new ReplaceMember(CASE, new AccountId(member), filedBy(REGISTRAR));
  }

  static AdmitExhibit admitExhibit(@Nullable BodyId side, String... ids) {
    return new AdmitExhibit(CASE, side, exhibits(ids), filedBy(REGISTRAR));
  }

  static ReopenCase reopen(String... ids) {
    return new ReopenCase(CASE, exhibits(ids), TEXT, filedBy(REGISTRAR));
  }

  static LinkReaction react(BodyId injured) {
    return react(injured, "2019-06-01", filedBy(injured.equals(WATCH) ? MONITOR : REGISTRAR));
  }

  static LinkReaction react(BodyId injured, String day, Filing filed) {
    return new LinkReaction(
        CASE,
        injured,
        ReactionKind.SANCTION,
        LocalDate.parse(day),
        "A sanction",
        "https://example.org/sanction",
        TEXT,
        filed);
  }

  static Corroborate corroborate(String... ids) {
    return new Corroborate(CASE, TEXT, exhibits(ids), filedBy(MONITOR));
  }

  private static List<Exhibit> exhibits(String... ids) {
    return List.of(ids).stream().map(CaseSamples::exhibit).toList();
  }
}
