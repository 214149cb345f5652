package org.accordledger.core.inquiry;

import java.util.List;
import org.accordledger.core.BodyId;
import org.accordledger.core.Filing;
import org.accordledger.core.FilingRules;
import org.accordledger.core.Refused;
import org.accordledger.core.accord.AccordId;
import org.accordledger.core.accord.AccordRefusal;
import org.accordledger.core.accord.AccordTerms;
import org.accordledger.core.cases.CaseId;
import org.accordledger.core.cases.OtherCase;
import org.accordledger.core.inquiry.InquiryCommand.AnswerInquiry;
import org.accordledger.core.inquiry.InquiryCommand.BringAllegation;
import org.accordledger.core.inquiry.InquiryCommand.OpenInquiry;
import org.accordledger.core.inquiry.InquiryCommand.ResolveInquiry;
import org.accordledger.core.inquiry.InquiryEvent.AllegationBrought;
import org.accordledger.core.inquiry.InquiryEvent.InquiryAnswered;
import org.accordledger.core.inquiry.InquiryEvent.InquiryOpened;
import org.accordledger.core.inquiry.InquiryEvent.InquiryResolved;
import org.jspecify.annotations.Nullable;

/** What follows from a command to an inquiry: events, or a refusal and nothing. */
public final class InquiryDecisions {
  private InquiryDecisions() {}

  /**
   * Decides.
   *
   * @param state null if there is no inquiry yet
   * @param terms of the accord that {@link #accordOf} names
   * @param brought the case that {@link #caseOf} names; null if it names none or there is none
   * @throws Refused with an {@link InquiryRefusal}, a {@link org.accordledger.core.FilingRefusal}
   *     or {@link AccordRefusal#UNKNOWN_CLAUSE}
   */
  public static List<InquiryEvent> decide(
      @Nullable Inquiry state,
      InquiryCommand command,
      AccordTerms terms,
      @Nullable OtherCase brought) {
    FilingRules.datedOnlyIfRetrospective(command.filed(), terms.retrospective());
    if (command instanceof OpenInquiry open) {
      return open(state, open, terms);
    }
    Inquiry existing = exists(state, command);
    FilingRules.notDatedBefore(command.filed(), existing.lastAct(), "the act before it");
    if (existing.status().isOver()) {
      throw new Refused(
          InquiryRefusal.INQUIRY_OVER,
          "%s is %s: open another".formatted(existing.id(), existing.status().code()));
    }
    return switch (command) {
      case OpenInquiry _ -> throw new IllegalStateException("decided above");
      case AnswerInquiry c -> {
        speaksFor(existing.opened().addressee(), c.filed(), InquiryRefusal.ADDRESSEE_ONLY);
        FilingRules.givesText("text", c.text());
        yield List.of(new InquiryAnswered(c.text(), c.filed()));
      }
      case ResolveInquiry c -> {
        speaksFor(existing.opened().inquirer(), c.filed(), InquiryRefusal.INQUIRER_ONLY);
        yield List.of(new InquiryResolved(c.text(), c.filed()));
      }
      case BringAllegation c -> {
        speaksFor(existing.opened().inquirer(), c.filed(), InquiryRefusal.INQUIRER_ONLY);
        isOfTheSameTwo(existing.opened(), brought);
        yield List.of(new AllegationBrought(c.alleged(), c.filed()));
      }
    };
  }

  /**
   * The accord under whose terms the command is decided.
   *
   * @throws Refused with {@link InquiryRefusal#UNKNOWN_INQUIRY} if there is no inquiry and this
   *     command does not open one
   */
  public static AccordId accordOf(@Nullable Inquiry state, InquiryCommand command) {
    return command instanceof OpenInquiry open
        ? open.accord()
        : exists(state, command).opened().accord();
  }

  /** The case that the command names; null if it names none. */
  public static @Nullable CaseId caseOf(InquiryCommand command) {
    return command instanceof BringAllegation brings ? brings.alleged() : null;
  }

  private static List<InquiryEvent> open(
      @Nullable Inquiry state, OpenInquiry command, AccordTerms terms) {
    if (state != null) {
      throw new Refused(
          InquiryRefusal.INQUIRY_EXISTS, "%s exists: use another id".formatted(command.inquiry()));
    }
    if (command.inquirer().equals(command.addressee())) {
      throw new Refused(
          InquiryRefusal.INQUIRES_OF_ITSELF,
          "%s is both inquirer and addressee".formatted(command.inquirer()));
    }
    if (!terms.parties().contains(command.addressee())) {
      throw new Refused(
          InquiryRefusal.ADDRESSEE_NOT_A_PARTY,
          "%s is not a party to %s, whose parties are %s"
              .formatted(command.addressee(), terms.accord(), terms.parties()));
    }
    if (!terms.parties().contains(command.inquirer())
        && !terms.standing().contains(command.inquirer())) {
      throw new Refused(
          InquiryRefusal.INQUIRER_WITHOUT_STANDING,
          "%s is neither a party to %s nor was it granted standing"
              .formatted(command.inquirer(), terms.accord()));
    }
    if (!terms.offered().contains(command.clause())) {
      throw new Refused(
          AccordRefusal.UNKNOWN_CLAUSE,
          "%s has no clause %s: offered were %s"
              .formatted(terms.accord(), command.clause(), terms.offered()));
    }
    FilingRules.actsFor(command.filed(), command.inquirer());
    FilingRules.givesText("text", command.text());
    return List.of(
        new InquiryOpened(
            command.inquiry(),
            command.accord(),
            command.clause(),
            command.inquirer(),
            command.addressee(),
            terms.version(),
            command.text(),
            command.filed()));
  }

  private static Inquiry exists(@Nullable Inquiry state, InquiryCommand command) {
    if (state == null) {
      throw new Refused(
          InquiryRefusal.UNKNOWN_INQUIRY, "there is no %s: open it".formatted(command.inquiry()));
    }
    return state;
  }

  private static void speaksFor(BodyId body, Filing filed, InquiryRefusal otherwise) {
    if (!filed.by().actsFor(body)) {
      throw new Refused(
          otherwise, "account %s does not act for %s".formatted(filed.by().account(), body));
    }
  }

  // a case of others is answered like one that does not exist: the inquirer may not know of it
  private static void isOfTheSameTwo(InquiryOpened opened, @Nullable OtherCase brought) {
    if (brought == null
        || !brought.accord().equals(opened.accord())
        || !brought.complainant().equals(opened.inquirer())
        || !brought.respondent().equals(opened.addressee())) {
      throw new Refused(
          InquiryRefusal.ANOTHER_ALLEGATION,
          "submit the allegation first, of %s against %s under %s, and name its case"
              .formatted(opened.inquirer(), opened.addressee(), opened.accord()));
    }
  }
}
