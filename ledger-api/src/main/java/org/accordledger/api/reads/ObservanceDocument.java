package org.accordledger.api.reads;

import java.time.LocalDate;
import java.util.List;
import org.accordledger.core.AccountId;
import org.accordledger.core.BodyId;
import org.accordledger.core.LanguageTag;
import org.accordledger.core.accord.BasketCode;
import org.accordledger.core.accord.ClauseCode;
import org.accordledger.core.accord.Cooperation;
import org.accordledger.core.accord.Glossary;
import org.accordledger.core.accord.Release;
import org.accordledger.core.accord.StandingRules;
import org.accordledger.core.accord.Statement;
import org.accordledger.core.accord.TermCode;
import org.jspecify.annotations.Nullable;

/**
 * How an accord that was agreed is read, kept and left.
 *
 * @param statements reservations and understandings, in the order they were made
 * @param releases days on which parties do not owe what they accepted, in the order filed
 * @param ends which parties declared that the accord shall end
 * @param standingRules who may file and sit beside the parties and the bodies granted standing
 * @param standingEnded bodies that were granted standing and lost it
 * @param roster who can or could be seated
 */
public record ObservanceDocument(
    List<Statement> statements,
    List<Released> releases,
    List<EndDeclared> ends,
    List<CooperationItem> cooperation,
    StandingRules standingRules,
    List<StandingEnded> standingEnded,
    List<RosterEntry> roster,
    GlossaryDocument glossary) {

  /**
   * Days on which a party, or every party, does not owe a clause, or any.
   *
   * @param party absent for every party
   * @param clause absent for every clause
   * @param condition the condition of an acceptance that a suspension relies on
   * @param reason why; absent for the end of the accord, whose reasons are the parties'
   */
  public record Released(
      long position,
      Release.Kind kind,
      @Nullable BodyId party,
      @Nullable ClauseCode clause,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable String condition,
      @Nullable TextDocument reason) {}

  /** A party wants the accord to end. */
  public record EndDeclared(
      long position, BodyId party, LocalDate filedOn, LocalDate effective, TextDocument reason) {}

  /**
   * A cooperation item.
   *
   * @param proposedOn the day it was first offered
   * @param activeFrom first day of its newest version; absent if it never was agreed
   * @param withdrawnFrom first day without it; absent while it is proposed or active
   */
  public record CooperationItem(
      ClauseCode clause,
      Cooperation.Status status,
      LocalDate proposedOn,
      @Nullable LocalDate activeFrom,
      @Nullable LocalDate withdrawnFrom) {}

  /** A body that lost its standing. */
  public record StandingEnded(BodyId body, LocalDate from, TextDocument reason) {}

  /**
   * A panelist.
   *
   * @param baskets empty for all
   * @param retiredFrom first day on which it can no longer be seated
   */
  public record RosterEntry(
      AccountId member,
      BodyId nationality,
      List<BasketCode> baskets,
      @Nullable LocalDate retiredFrom) {}

  /**
   * How terms are read.
   *
   * @param version that a finding cites
   * @param readings every version of every term, side by side
   * @param interpretations of panels, oldest first
   */
  public record GlossaryDocument(
      int version, List<Reading> readings, List<Glossary.Interpretation> interpretations) {}

  /** One version of a term in one language. */
  public record Reading(
      TermCode term,
      LanguageTag language,
      int version,
      String text,
      Glossary.Sharing sharing,
      List<Stand> stands) {}

  /**
   * What a party says of a reading.
   *
   * @param own the reading it holds against it; absent if it agrees
   */
  public record Stand(BodyId party, LocalDate since, @Nullable String own) {}
}
